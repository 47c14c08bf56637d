namespace SdkGen.OAuth.Providers.Tests.Framework;

/// <summary>What is declared for readers and not for the wire: its omission cannot be noticed, and is no mistake.</summary>
internal static class StatedForReaders
{
    private static readonly Dictionary<(string Provider, string What), string> Reasons = new()
    {
        [("ILark", "[OAuthMember(sub, sub)]")] = "The reply is no OpenID Connect, but calls the user's id the same. The compiler wants it said (OAUTH0038).",
        [("IWikimedia", "[OAuthMember(sub, sub)]")] = "As for Lark.",
        [("IXaman", "[OAuthMember(sub, sub)]")] = "As for Lark.",
        [("IBasecamp", "[OAuthParameter(grant_type, web_server, On = Code)].On")] = "The refresh has a rule of its own, which is stronger. The compiler wants them apart (OAUTH0030).",
        [("IWeChat", "[OAuthParameter(client_secret, , On = Code)].On")] = "As for Basecamp.",
    };

    public static bool Contains(string provider, string what) => Reasons.ContainsKey((provider, what));
}
