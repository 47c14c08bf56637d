namespace SdkGen.OAuth;

/// <summary>
/// Access tokens of users, refreshed when they expire. A refresh token that may be used once is used once: by one caller for all who wait,
/// on this machine and, with a shared <see cref="ITokenLock"/> and cache, on all of them.
/// </summary>
/// <typeparam name="TProvider">The interface of the provider.</typeparam>
public interface IUserTokenSource<TProvider>
    where TProvider : class, IRefreshTokenGrant
{
    /// <summary>Gets a token that is valid now.</summary>
    /// <param name="session">Whose token.</param>
    /// <param name="request">What it is for, if not for all that the user has granted; each different request has its own token.</param>
    /// <param name="cancellationToken">Stops this caller's waiting, and nobody else's.</param>
    /// <returns>The token. What a refresh has brought is saved by then.</returns>
    /// <exception cref="OAuthException">
    /// <see cref="OAuthFailure.UserUnknown"/>: the session has no tokens. <see cref="OAuthFailure.SessionEnded"/>: the provider takes the
    /// refresh token no longer, or there is none; the user has to sign in again. Others: no token could be had now, and nothing is lost.
    /// </exception>
    ValueTask<TokenResponse> GetTokenAsync(ITokenSession session, UserTokenRequest? request = null, CancellationToken cancellationToken = default);

    /// <summary>Gets another token than one that an API has refused.</summary>
    /// <param name="refused">The refused token.</param>
    /// <param name="session">Whose token.</param>
    /// <param name="request">What it is for.</param>
    /// <param name="cancellationToken">Stops this caller's waiting, and nobody else's.</param>
    /// <returns>A newer token; the one that somebody else has got meanwhile, if there is one.</returns>
    /// <exception cref="OAuthException">As for <see cref="GetTokenAsync"/>.</exception>
    ValueTask<TokenResponse> RenewTokenAsync(
        TokenResponse refused, ITokenSession session, UserTokenRequest? request = null, CancellationToken cancellationToken = default);
}
