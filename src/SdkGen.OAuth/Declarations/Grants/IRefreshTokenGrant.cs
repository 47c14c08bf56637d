namespace SdkGen.OAuth;

/// <summary>
/// The refresh token grant (RFC 6749 section 6). A provider that is declared with it is asked for offline access in its own way.
/// </summary>
public interface IRefreshTokenGrant
{
    /// <summary>
    /// Trades a refresh token for new tokens. Many providers rotate: store <see cref="TokenResponse.RefreshToken"/> of the reply
    /// before anything else, for the old one may be dead and its second use revoke the whole family (RFC 9700 section 4.14).
    /// </summary>
    /// <param name="request">The refresh token, and narrower scopes if wanted.</param>
    /// <param name="cancellationToken">Cancels the request. The refresh token may have been used nevertheless.</param>
    /// <returns>The new tokens. If the provider sent no refresh token, the one that was used is in the reply.</returns>
    /// <exception cref="OAuthException">The request failed; <c>invalid_grant</c> means that the user has to sign in again.</exception>
    [RefreshTokenRequest]
    Task<TokenResponse> RefreshTokenAsync(RefreshTokenRequest request, CancellationToken cancellationToken = default);
}
