using System.Collections.Immutable;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>The registered names of OAuth parameters, and the ways in which C# code spells them.</summary>
internal static class OAuthNames
{
    public const string AccessToken = "access_token";
    public const string ClientAssertion = "client_assertion";
    public const string ClientId = "client_id";
    public const string ClientSecret = "client_secret";
    public const string Code = "code";
    public const string CodeChallenge = "code_challenge";
    public const string CodeChallengeMethod = "code_challenge_method";
    public const string CodeVerifier = "code_verifier";
    public const string GrantType = "grant_type";
    public const string IdToken = "id_token";
    public const string Nonce = "nonce";
    public const string Password = "password";
    public const string RedirectUri = "redirect_uri";
    public const string RefreshToken = "refresh_token";
    public const string RequestUri = "request_uri";
    public const string ResponseMode = "response_mode";
    public const string ResponseType = "response_type";
    public const string Scope = "scope";
    public const string State = "state";
    public const string Token = "token";
    public const string UserName = "username";

    /// <summary>Spelled without separators and in lower case.</summary>
    private static readonly ImmutableDictionary<string, string> Names = new[]
    {
        AccessToken, ClientAssertion, "client_assertion_type", ClientId, ClientSecret, Code, CodeChallenge, CodeChallengeMethod, CodeVerifier,
        GrantType, IdToken, Nonce, Password, RedirectUri, RefreshToken, RequestUri, ResponseMode, ResponseType, Scope, State, Token, UserName,
        "assertion", "audience", "resource", "device_code", "user_code", "subject_token", "actor_token", "login_hint", "id_token_hint", "prompt",
        "max_age", "acr_values", "request", "iss", "error", "error_description", "authorization_details", "access_type",
    }
        .ToDictionary(name => Squeeze(name), name => name, StringComparer.Ordinal)
        .ToImmutableDictionary(StringComparer.Ordinal)
        .AddRange(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // What providers call them instead.
            ["appid"] = ClientId,
            ["appkey"] = ClientId,
            ["appsecret"] = ClientSecret,
            ["applicationsecret"] = ClientSecret,
            ["consumersecret"] = ClientSecret,
            ["oauthsecret"] = ClientSecret,
            ["secretkey"] = ClientSecret,
            ["jscode"] = Code,
            ["authcode"] = Code,
            ["authorizationcode"] = Code,
            ["redirecturl"] = RedirectUri,
            ["callbackurl"] = RedirectUri,
            ["callbackuri"] = RedirectUri,
            ["replyurl"] = RedirectUri,
            ["scopes"] = Scope,
            ["verifier"] = CodeVerifier,
            ["pkceverifier"] = CodeVerifier,
            ["challenge"] = CodeChallenge,
            ["pkcechallenge"] = CodeChallenge,
            ["challengemethod"] = CodeChallengeMethod,
            ["bearertoken"] = AccessToken,
            ["oauthtoken"] = AccessToken,
            ["identitytoken"] = IdToken,
            ["accesstokenkey"] = AccessToken,
        });

    /// <summary>Names that nobody gives to anything else. The others mean OAuth only among these.</summary>
    private static readonly ImmutableHashSet<string> Telling = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        AccessToken, ClientAssertion, "client_assertion_type", ClientId, ClientSecret, CodeChallenge, CodeChallengeMethod, CodeVerifier, GrantType,
        IdToken, RedirectUri, RefreshToken, ResponseType, "device_code", "subject_token", "id_token_hint", "acr_values");

    /// <summary>What a longer identifier may end in, such as <c>gitHubClientSecret</c>. The longest comes first.</summary>
    private static readonly ImmutableArray<string> Endings = ImmutableArray.Create(
        "clientassertion", "clientsecret", "consumersecret", "applicationsecret", "appsecret", "oauthsecret", "codeverifier", "pkceverifier",
        "codechallenge", "pkcechallenge", "accesstoken", "refreshtoken", "idtoken", "identitytoken", "bearertoken", "oauthtoken", "redirecturi", "redirecturl",
        "clientid", "authorizationcode", "authcode", "granttype", "responsetype");

    /// <summary>The registered name of a parameter that is called so on the wire or in a program, if it is one.</summary>
    public static string? Of(string? name) =>
        name is { Length: > 1 and < 40 } && Names.TryGetValue(Squeeze(name), out var registered) ? registered : null;

    /// <summary>The same for an identifier, which may have words in front: <c>_gitHubClientSecret</c> is a client secret.</summary>
    public static string? OfIdentifier(string? name)
    {
        if (name is null || name.Length > 60 || Of(name) is { } registered)
        {
            return Of(name);
        }

        var squeezed = Squeeze(name);
        foreach (var ending in Endings)
        {
            if (squeezed.EndsWith(ending, StringComparison.Ordinal))
            {
                return Names[ending];
            }
        }

        return null;
    }

    public static bool IsTelling(string registered) => Telling.Contains(registered);

    /// <summary>A parameter that nobody but the two ends may read.</summary>
    public static bool IsSecret(string registered) => registered
        is ClientSecret or ClientAssertion or Code or CodeVerifier or AccessToken or RefreshToken or IdToken or "device_code" or "subject_token";

    private static string Squeeze(string name)
    {
        var buffer = new char[name.Length];
        var length = 0;
        foreach (var character in name)
        {
            if (character is not ('_' or '-' or '.' or '@'))
            {
                buffer[length++] = character is >= 'A' and <= 'Z' ? (char)(character | 0x20) : character;
            }
        }

        return new(buffer, 0, length);
    }
}
