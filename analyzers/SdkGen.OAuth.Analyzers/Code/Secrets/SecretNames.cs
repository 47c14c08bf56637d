using System.Collections.Immutable;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Which names of variables, members and keys say that a secret is in them.</summary>
internal static class SecretNames
{
    /// <summary>The kind of a parameter's registered name.</summary>
    public static SecretKind? OfParameter(string? registered) => registered switch
    {
        OAuthNames.AccessToken or OAuthNames.RefreshToken or OAuthNames.IdToken or "subject_token" or "actor_token" => SecretKind.Token,
        OAuthNames.ClientSecret or OAuthNames.ClientAssertion => SecretKind.ClientSecret,
        OAuthNames.Code or "device_code" => SecretKind.Code,
        OAuthNames.CodeVerifier => SecretKind.Verifier,
        _ => null,
    };

    /// <summary>The kind of an identifier that says enough by itself; <c>token</c> and <c>code</c> do not.</summary>
    public static SecretKind? OfIdentifier(string name, FileOptions options)
    {
        if (options.SensitiveNames.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return SecretKind.Token;
        }

        if (OAuthNames.OfIdentifier(name) is { } registered)
        {
            var words = Words.Of(name);
            return words.Count == 0 || IsAboutOne(words) || name is "code" or "Code" || Squeezed(words) is "verifier" or "secretkey" ? null : OfParameter(registered);
        }

        return IsReply(name) ? SecretKind.TokenReply : null;
    }

    /// <summary><c>tokenResponse</c> and the like.</summary>
    public static bool IsReply(string? name)
    {
        var words = Words.Of(name);
        var token = words.FindIndex(word => word is "token" or "tokens");
        return token >= 0 && token < words.Count - 1 && !IsAboutOne(words) && !words.Take(words.Count - 1).Any(NotOAuth.Contains) && ReplyWords.Contains(words[words.Count - 1]);
    }

    /// <summary>A <c>token</c> of whatever kind, unless its name says that it is one that OAuth knows nothing of.</summary>
    public static bool IsAnyToken(string? name)
    {
        var words = Words.Of(name);
        return words.Count > 0
            && words[words.Count - 1] is "token" or "jwt" or "bearer"
            && !IsAboutOne(words)
            && !words.Exists(NotOAuth.Contains);
    }

    /// <summary>Whether a text speaks of a token that OAuth knows nothing of: of a page, of a parser, against forgery.</summary>
    public static bool IsOfOther(string text) => Words.Of(text).Exists(word => NotOAuth.Contains(word) && word is not ("start" or "end" or "key" or "error" or "json" or "email" or "notification" or "device"));

    /// <summary>Whether a name says that a token is fetched: <c>GetAccessTokenAsync</c>.</summary>
    public static bool Fetches(string? method, out bool isCertain)
    {
        isCertain = false;
        var words = Words.Of(method);
        if (words.Count > 0 && words[words.Count - 1] == "async")
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count < 2 || !Verbs.Contains(words[0]) || words[words.Count - 1] is not ("token" or "jwt" or "secret") || words.Exists(NotOAuth.Contains))
        {
            return false;
        }

        isCertain = words.Count > 2 && words[words.Count - 2] is "access" or "refresh" or "id" or "identity" or "bearer" or "oauth" or "client";
        return words[words.Count - 1] != "secret" || isCertain;
    }

    /// <summary><c>hasAccessToken</c>, <c>maskedToken</c>: not the value, or not all of it.</summary>
    private static bool IsAboutOne(List<string> words) => AboutOne.Contains(words[0]);

    private static string Squeezed(List<string> words) => string.Concat(words);

    private static readonly ImmutableHashSet<string> AboutOne = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "has", "is", "use", "uses", "need", "needs", "require", "requires", "should", "can", "no", "not", "allow", "include", "validate", "enable", "disable",
        "skip", "show", "save", "masked", "redacted", "hashed", "hash", "encrypted", "protected", "obfuscated", "truncated", "short", "shortened", "abbreviated",
        "safe", "missing", "sanitized", "did", "was", "will", "valid", "count", "num", "supports");

    private static readonly ImmutableHashSet<string> ReplyWords = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "response", "result", "json", "body", "content", "data", "string", "raw", "reply", "payload", "doc", "resp", "res", "text", "value");

    private static readonly ImmutableHashSet<string> NotOAuth = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "cancellation", "cancel", "page", "paging", "next", "continuation", "sync", "csrf", "xsrf", "antiforgery", "forgery", "syntax", "parse", "parser", "lexer", "lex",
        "json", "j", "key", "verification", "reset", "email", "confirmation", "change", "sas", "push", "device", "notification", "fcm", "registration",
        "stop", "stopping", "delegate", "delta", "watch", "resume", "verify", "captcha", "recaptcha", "metadata", "template", "word", "sub", "start", "end", "revoked",
        "introspect", "introspection", "revocation", "validation", "revoke", "error");

    private static readonly ImmutableHashSet<string> Verbs = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "get", "acquire", "request", "fetch", "refresh", "exchange", "obtain", "retrieve", "generate", "create", "issue", "read", "load", "build", "renew", "redeem");
}
