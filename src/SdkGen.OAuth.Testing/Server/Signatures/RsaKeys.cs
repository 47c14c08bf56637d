using System.Security.Cryptography;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>
/// New RSA keys. The search for primes takes a tenth of a second, at times a whole one, so a process that has started a server finds the
/// key of the next one while its tests run. No key is given out twice.
/// </summary>
internal static class RsaKeys
{
    private const int Bits = 2048;

    private static Task<RSA>? _spare;

    public static RSA Take() => (Interlocked.Exchange(ref _spare, null) ?? Task.FromResult(Create())).GetAwaiter().GetResult();

    /// <summary>Looks for the next key in the background, unless one is there.</summary>
    public static void Prepare()
    {
        var spare = new Task<RSA>(Create);
        if (Interlocked.CompareExchange(ref _spare, spare, null) is null)
        {
            spare.Start(TaskScheduler.Default);
        }
    }

    private static RSA Create()
    {
        // The key itself is made on first use.
        var key = RSA.Create(Bits);
        key.ExportParameters(includePrivateParameters: false);
        return key;
    }
}
