namespace SdkGen.OAuth;

/// <summary>
/// A token request of the client credentials grant (RFC 6749 section 4.4.2). Two requests that ask for the same are equal: the token
/// cache goes by that.
/// </summary>
public sealed record ClientCredentialsRequest : TokenRequest
{
    internal override string GrantType => "client_credentials";

    /// <inheritdoc />
    public bool Equals(ClientCredentialsRequest? other) => IsSameAccess(other);

    /// <inheritdoc />
    public override int GetHashCode() => AccessHash();
}
