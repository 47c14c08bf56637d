namespace SdkGen.OAuth;

/// <summary>
/// Tokens for the application itself (RFC 6749 section 4.4), requested once, kept in memory, and renewed before they expire.
/// Any number of callers at the same time cause one request.
/// </summary>
/// <typeparam name="TProvider">The interface of the provider.</typeparam>
public interface IClientTokenSource<TProvider>
    where TProvider : class, IClientCredentialsGrant
{
    /// <summary>Gets a token that is valid now.</summary>
    /// <param name="request">What it is for: each different request has its own token. <see langword="null"/>: the provider's default.</param>
    /// <param name="cancellationToken">Stops this caller's waiting, and nobody else's.</param>
    /// <returns>The token.</returns>
    /// <exception cref="OAuthException">No token could be had.</exception>
    ValueTask<TokenResponse> GetTokenAsync(ClientCredentialsRequest? request = null, CancellationToken cancellationToken = default);

    /// <summary>Gets another token than one that an API has refused.</summary>
    /// <param name="refused">The refused token.</param>
    /// <param name="request">What it is for.</param>
    /// <param name="cancellationToken">Stops this caller's waiting, and nobody else's.</param>
    /// <returns>A newer token; the one that somebody else has got meanwhile, if there is one.</returns>
    /// <exception cref="OAuthException">No token could be had.</exception>
    ValueTask<TokenResponse> RenewTokenAsync(
        TokenResponse refused, ClientCredentialsRequest? request = null, CancellationToken cancellationToken = default);
}
