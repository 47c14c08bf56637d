namespace SdkGen.OAuth.Protocol;

/// <summary>What the reader of a token reply has to know of the request.</summary>
internal readonly struct TokenRequestContext()
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>What was granted if the reply does not say.</summary>
    public required IReadOnlyList<string> RequestedScopes { get; init; }

    /// <summary>The authorization details that stay granted if the reply does not say: those of a token that is refreshed.</summary>
    public IReadOnlyList<AuthorizationDetail> AuthorizationDetails { get; init; } = [];

    /// <summary>The refresh token that stays valid if the reply brings no other (RFC 6749 section 6).</summary>
    public string? UsedRefreshToken { get; init; }

    /// <summary>The lifetime, in seconds, that is declared for replies that state none; 0 for none.</summary>
    public int DeclaredLifetime { get; init; }

    /// <summary>Whether the request carried a proof: a token that anybody could use is no answer to it (RFC 9449 section 5).</summary>
    public bool IsProven { get; init; }

    /// <summary>What is kept of the callback that the request follows.</summary>
    public IReadOnlyDictionary<string, string> CallbackParameters { get; init; } = TokenResponse.EmptyValues;

    /// <summary>Whether a token that is no access token is an answer (RFC 8693 section 2.2.1).</summary>
    public bool AllowsOtherTokens { get; init; }
}
