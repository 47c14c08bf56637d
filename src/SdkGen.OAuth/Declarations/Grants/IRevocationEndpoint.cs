namespace SdkGen.OAuth;

/// <summary>Token revocation (RFC 7009).</summary>
public interface IRevocationEndpoint
{
    /// <summary>Revokes a token. A token that the provider does not know is a success (RFC 7009 section 2.2).</summary>
    /// <param name="request">The token.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that ends when the provider has confirmed.</returns>
    /// <exception cref="OAuthException">The provider did not confirm: take the token to be valid still.</exception>
    [RevocationRequest]
    Task RevokeTokenAsync(RevocationRequest request, CancellationToken cancellationToken = default);
}
