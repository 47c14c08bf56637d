namespace SdkGen.OAuth.Security;

/// <summary>Which algorithms a signature of the provider may have, for each message that it signs.</summary>
internal static class SignatureAlgorithms
{
    /// <summary>The algorithms that an announcement is enough for: who verifies with a public key cannot be made to sign with it.</summary>
    private static readonly string[] PublicKey =
        ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>
    /// The declared algorithms; else the announced ones, but for <c>none</c>, the symmetric ones and those that .NET does not have; else those of
    /// last resort.
    /// </summary>
    public static IReadOnlyList<string> Choose(string[] declared, IReadOnlyList<string>? announced, string[] otherwise)
    {
        if (declared.Length > 0)
        {
            return declared;
        }

        var usable = announced?.Intersect(PublicKey, StringComparer.Ordinal).ToArray();
        return usable is { Length: > 0 } ? usable : otherwise;
    }
}
