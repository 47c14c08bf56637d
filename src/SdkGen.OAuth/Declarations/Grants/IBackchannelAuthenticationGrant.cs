namespace SdkGen.OAuth;

/// <summary>
/// Client-initiated backchannel authentication (OpenID Connect CIBA Core 1.0): the provider asks the user on a device of theirs, and no
/// browser goes from here to there. By poll or by ping; the client always authenticates.
/// </summary>
public interface IBackchannelAuthenticationGrant
{
    /// <summary>Asks the provider to authenticate a user (CIBA Core section 7.1).</summary>
    /// <param name="request">Whom, for what, and what they are shown. <c>openid</c> is always among the scopes.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What stands for the authentication, and how often to ask whether it is done.</returns>
    /// <exception cref="OAuthException">
    /// The provider refused (<c>unknown_user_id</c>, <c>missing_user_code</c>, <c>invalid_binding_message</c>, …) or failed;
    /// <see cref="OAuthException.Failure"/> says how.
    /// </exception>
    [BackchannelAuthenticationRequest]
    Task<BackchannelAuthenticationResponse> RequestBackchannelAuthenticationAsync(
        BackchannelAuthenticationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks once whether the user has been authenticated (CIBA Core section 10.1). <c>AuthenticateOutOfBandAsync</c> asks as often as it takes.</summary>
    /// <param name="request">The authentication.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tokens; the ID token among them is validated.</returns>
    /// <exception cref="OAuthException">
    /// Not yet (<c>authorization_pending</c>, <c>slow_down</c>), or no more (<c>access_denied</c>, <c>expired_token</c>, <c>transaction_failed</c>).
    /// </exception>
    [BackchannelTokenRequest]
    Task<TokenResponse> RequestBackchannelTokenAsync(BackchannelTokenRequest request, CancellationToken cancellationToken = default);
}
