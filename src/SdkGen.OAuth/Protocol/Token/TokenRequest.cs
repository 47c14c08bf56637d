namespace SdkGen.OAuth;

/// <summary>What the requests to the token endpoint have in common (RFC 6749 section 3.2).</summary>
public abstract record TokenRequest : AccessRequest
{
    private protected TokenRequest()
    {
    }

    /// <summary><c>grant_type</c>.</summary>
    internal abstract string GrantType { get; }

    /// <summary>The token that this request continues, with what earlier messages said.</summary>
    internal virtual TokenResponse? Previous => null;

    /// <summary>What earlier messages said that templates of this one need.</summary>
    internal virtual IReadOnlyDictionary<string, string>? KnownValues => Previous?.Values;

    /// <summary>The scopes that the user granted before, if this request names none.</summary>
    internal virtual IReadOnlyList<string> GrantedScopes => Previous?.Scopes ?? [];

    /// <summary>Whether the grant ends in a user's sign-in, of which an ID token tells.</summary>
    internal virtual bool IsSignIn => false;

    /// <summary>Whether the user was asked to sign in with OpenID Connect.</summary>
    internal bool AsksForIdToken => GrantedScopes.Contains("openid");

    /// <summary>Whether a reply may carry a token that is no access token (RFC 8693 section 2.2.1).</summary>
    internal virtual bool AllowsOtherTokens => false;

    /// <summary>Writes the fields that this grant alone has.</summary>
    internal virtual void Write(Protocol.MessageFields fields)
    {
    }
}
