namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>What generators are called, and what everybody knows.</summary>
internal static class GeneratorNames
{
    public static bool IsStrongType(string text) =>
        Words.Contains(text, "RandomNumberGenerator", "RNGCrypto", "SecureRandom", "CryptoRandom", "CryptographicBuffer", "KeyGenerator", "SecRandom", "SodiumCore");

    public static bool IsStrongName(string name) => Words.Contains(name, "CryptoRandom", "SecureRandom", "CreateUniqueId", "GenerateCodeVerifier", "SecureToken");

    public static bool IsIdOfUser(string name) =>
        Words.Has(name, word => word is "user" or "account" or "customer" or "member" or "employee" or "chat" or "guild") && Words.Has(name, word => word is "id" or "name")
        && name.Length < 24 && !Words.Contains(name, "Context", "Manager", "Service");
}
