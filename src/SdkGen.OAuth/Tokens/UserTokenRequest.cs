namespace SdkGen.OAuth;

/// <summary>
/// What a user's access token is for: narrower scopes than the user has granted (RFC 6749 section 6), or one resource (RFC 8707 section 2.2).
/// Two requests that ask for the same are equal.
/// </summary>
public sealed record UserTokenRequest : AccessRequest
{
    /// <summary>Whether it asks for nothing in particular: such a token is the session's own.</summary>
    internal bool IsEmpty => Scopes is null && Resources.Count == 0 && Audiences.Count == 0
        && AuthorizationDetails.Count == 0 && Additional.Count == 0;

    /// <summary>A request that asks for the same, in lists that nobody else can change.</summary>
    internal UserTokenRequest Copy() => this with
    {
        Scopes = Scopes is { } scopes ? [.. scopes] : null,
        Resources = [.. Resources],
        Audiences = [.. Audiences],
        Additional = new(Additional),
    };

    /// <inheritdoc />
    public bool Equals(UserTokenRequest? other) => IsSameAccess(other);

    /// <inheritdoc />
    public override int GetHashCode() => AccessHash();
}
