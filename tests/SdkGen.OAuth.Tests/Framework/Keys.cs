using System.Security.Cryptography;

namespace SdkGen.OAuth.Tests;

/// <summary>An RSA key for the tests that need one but not a new one: it takes long to make, and is made once for each run.</summary>
internal static class Keys
{
    private static readonly RSAParameters Parameters = Make();

    public static RSA Rsa() => RSA.Create(Parameters);

    private static RSAParameters Make()
    {
        using var key = RSA.Create(2048);
        return key.ExportParameters(includePrivateParameters: true);
    }
}
