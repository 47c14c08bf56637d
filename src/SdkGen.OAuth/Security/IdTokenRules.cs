namespace SdkGen.OAuth.Security;

/// <summary>What one ID token is checked against.</summary>
internal sealed class IdTokenRules : JwtRules
{
    /// <summary>The nonce of the request; <see langword="null"/> if none was sent.</summary>
    public string? Nonce { get; init; }

    /// <summary>Whether the nonce has to come back. One that comes back has to be right in any case.</summary>
    public bool NonceRequired { get; init; }

    /// <summary>Whether a nonce may be there though none is known: a refresh.</summary>
    public bool NonceUnknown { get; init; }

    /// <summary>The access token that came with it, for <c>at_hash</c>.</summary>
    public string? AccessToken { get; init; }

    /// <summary>The backchannel authentication that the token ends, if one does.</summary>
    public string? AuthenticationRequestId { get; init; }

    public TimeSpan? MaxAge { get; init; }

    /// <summary>The authentication context classes of which one has to be reached; none if it does not matter.</summary>
    public IReadOnlyList<string> EssentialAcrValues { get; init; } = [];

    /// <summary>The ID token that this one replaces.</summary>
    public IdToken? Previous { get; init; }
}
