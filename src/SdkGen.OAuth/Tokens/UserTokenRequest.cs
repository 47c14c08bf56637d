namespace SdkGen.OAuth;

/// <summary>
/// What a user's access token is for: narrower scopes than the user has granted (RFC 6749 section 6), or one resource (RFC 8707 section 2.2).
/// Two requests that ask for the same are equal.
/// </summary>
public sealed record UserTokenRequest : AccessRequest
{
    /// <summary>Whether it asks for nothing in particular: such a token is the session's own.</summary>
    internal bool IsEmpty => Scopes is null && Resources.Count == 0 && Audiences.Count == 0 && Additional.Count == 0;

    /// <inheritdoc />
    public bool Equals(UserTokenRequest? other) => IsSameAccess(other);

    /// <inheritdoc />
    public override int GetHashCode() => AccessHash();
}
