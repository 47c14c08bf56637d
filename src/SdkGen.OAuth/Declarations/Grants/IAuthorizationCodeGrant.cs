namespace SdkGen.OAuth;

/// <summary>
/// The authorization code grant (RFC 6749 section 4.1), always with PKCE (RFC 7636), <c>state</c>, <c>nonce</c> and, where the
/// provider sends it, <c>iss</c> (RFC 9207).
/// </summary>
public interface IAuthorizationCodeGrant
{
    /// <summary>
    /// Prepares an authorization request. Send the user to its <see cref="AuthorizationRequest.Uri"/> and keep it until the callback.
    /// </summary>
    /// <param name="parameters">Where the answer goes, and what is asked for.</param>
    /// <param name="cancellationToken">Stops waiting for the provider's metadata.</param>
    /// <returns>The request, with a state, nonce and code verifier of its own.</returns>
    /// <exception cref="ArgumentException">The redirect URI is relative, has a fragment, or is plain http to another machine.</exception>
    /// <exception cref="OAuthException">The provider's metadata could not be had or is wrong.</exception>
    [AuthorizationRequest]
    Task<AuthorizationRequest> CreateAuthorizationRequestAsync(
        AuthorizationParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>
    /// Checks a callback against the request that started it, uses that request up, and redeems the code.
    /// </summary>
    /// <param name="request">The request that <see cref="CreateAuthorizationRequestAsync"/> returned in the same browser session.</param>
    /// <param name="response">The callback.</param>
    /// <param name="cancellationToken">Cancels the token request. The code may have been used nevertheless.</param>
    /// <returns>The tokens; an ID token among them is validated.</returns>
    /// <exception cref="OAuthException">A check failed, the user refused, or the provider did; <see cref="OAuthException.Failure"/> says which.</exception>
    [AuthorizationCodeRequest]
    Task<TokenResponse> RedeemAuthorizationCodeAsync(
        AuthorizationRequest request, AuthorizationResponse response, CancellationToken cancellationToken = default);
}
