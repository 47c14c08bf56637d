namespace SdkGen.OAuth.Security;

/// <summary>
/// What a JWT is used for: how an error calls it, which types its header may state, and how its failures are named. A JWT that was made for
/// one use is no other (RFC 8725 section 3.11).
/// </summary>
internal sealed class JwtUse
{
    private readonly string[] _types;

    private JwtUse(string name, params string[] types)
    {
        Name = name;
        _types = types;
    }

    public static JwtUse IdToken { get; } = new("the ID token", "JWT");

    /// <summary>OpenID Connect Back-Channel Logout 1.0 section 2.4.</summary>
    public static JwtUse LogoutToken { get; } = new("the logout token", "logout+jwt", "JWT");

    /// <summary>JARM section 2.1.</summary>
    public static JwtUse AuthorizationResponse { get; } = new("the authorization response", "oauth-authz-resp+jwt", "JWT");

    /// <summary>OpenID Connect Core section 5.3.2.</summary>
    public static JwtUse UserInfo { get; } = new("the UserInfo reply", "JWT");

    /// <summary>RFC 9701 section 5.</summary>
    public static JwtUse Introspection { get; } = new("the introspection reply", "token-introspection+jwt") { RequiresType = true };

    /// <summary>How an error calls it.</summary>
    public string Name { get; }

    /// <summary>Whether the header has to state the type.</summary>
    public bool RequiresType { get; private init; }

    /// <summary>Whether a header may state this type (RFC 7515 section 4.1.9: <c>application/</c> can be left out).</summary>
    public bool Accepts(string type)
    {
        const string media = "application/";
        var name = type.StartsWith(media, StringComparison.OrdinalIgnoreCase) ? type[media.Length..] : type;
        return _types.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What a failed check is called.</summary>
    public OAuthFailure Failure(JwtCheck check) => ReferenceEquals(this, IdToken)
        ? check switch
        {
            JwtCheck.Malformed => OAuthFailure.IdTokenMalformed,
            JwtCheck.Encrypted => OAuthFailure.IdTokenEncrypted,
            JwtCheck.Type => OAuthFailure.IdTokenType,
            JwtCheck.CriticalHeader => OAuthFailure.IdTokenCriticalHeader,
            JwtCheck.Algorithm => OAuthFailure.IdTokenAlgorithm,
            JwtCheck.KeyNotFound => OAuthFailure.IdTokenKeyNotFound,
            JwtCheck.Signature => OAuthFailure.IdTokenSignature,
            JwtCheck.Issuer => OAuthFailure.IdTokenIssuer,
            JwtCheck.Audience => OAuthFailure.IdTokenAudience,
            JwtCheck.Expired => OAuthFailure.IdTokenExpired,
            JwtCheck.NotYetValid => OAuthFailure.IdTokenNotYetValid,
            JwtCheck.IssuedAt => OAuthFailure.IdTokenIssuedAt,
            _ => OAuthFailure.IdTokenClaim,
        }
        : check switch
        {
            JwtCheck.Malformed => OAuthFailure.SignedMessageMalformed,
            JwtCheck.Encrypted => OAuthFailure.SignedMessageEncrypted,
            JwtCheck.Type => OAuthFailure.SignedMessageType,
            JwtCheck.CriticalHeader => OAuthFailure.SignedMessageCriticalHeader,
            JwtCheck.Algorithm => OAuthFailure.SignedMessageAlgorithm,
            JwtCheck.KeyNotFound => OAuthFailure.SignedMessageKeyNotFound,
            JwtCheck.Signature => OAuthFailure.SignedMessageSignature,
            JwtCheck.Issuer => OAuthFailure.SignedMessageIssuer,
            JwtCheck.Audience => OAuthFailure.SignedMessageAudience,
            JwtCheck.Expired => OAuthFailure.SignedMessageExpired,
            JwtCheck.NotYetValid => OAuthFailure.SignedMessageNotYetValid,
            JwtCheck.IssuedAt => OAuthFailure.SignedMessageIssuedAt,
            _ => OAuthFailure.SignedMessageClaim,
        };
}
