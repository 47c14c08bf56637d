namespace SdkGen.OAuth;

/// <summary>
/// What a validated logout token says (OpenID Connect Back-Channel Logout 1.0 section 2.4). <see cref="SessionId"/>, <see cref="Subject"/> or
/// both are there.
/// </summary>
public sealed record LogoutToken
{
    /// <summary><c>iss</c>: the provider that ended the session. A session is its and not that of another provider with the same ids.</summary>
    public required string Issuer { get; init; }

    /// <summary><c>sub</c>: the user. Without a <see cref="SessionId"/>, all sessions of the user at this provider are over.</summary>
    public string? Subject { get; init; }

    /// <summary><c>sid</c>: the session, as <see cref="IdToken.SessionId"/> of its sign-in has it.</summary>
    public string? SessionId { get; init; }

    /// <summary><c>jti</c>: the id of the token, which was used up.</summary>
    public required string Id { get; init; }

    /// <summary><c>iat</c>.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary><c>exp</c>.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Who sent it, and nothing personal.</summary>
    /// <returns>A text without subject and session.</returns>
    public override string ToString() => $"LogoutToken {{ Issuer = {Issuer}, IssuedAt = {IssuedAt:O} }}";
}
