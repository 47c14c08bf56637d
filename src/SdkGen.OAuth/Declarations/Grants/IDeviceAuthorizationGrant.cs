namespace SdkGen.OAuth;

/// <summary>The device authorization grant (RFC 8628): the user signs in on another device.</summary>
public interface IDeviceAuthorizationGrant
{
    /// <summary>Starts a device authorization.</summary>
    /// <param name="request">What is asked for; <see langword="null"/> asks for the scopes of the provider.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The code to show to the user, and how often to ask whether they entered it.</returns>
    /// <exception cref="OAuthException">The request failed; <see cref="OAuthException.Failure"/> says how.</exception>
    [DeviceAuthorizationRequest]
    Task<DeviceAuthorizationResponse> RequestDeviceAuthorizationAsync(
        DeviceAuthorizationRequest? request = null, CancellationToken cancellationToken = default);

    /// <summary>Asks once whether the user has signed in. <c>SignInWithDeviceCodeAsync</c> asks as often as it takes.</summary>
    /// <param name="request">The device authorization.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tokens; an ID token among them is validated.</returns>
    /// <exception cref="OAuthException">
    /// Not yet (<c>authorization_pending</c>, <c>slow_down</c>), or no more (<c>access_denied</c>, <c>expired_token</c>).
    /// </exception>
    [DeviceTokenRequest]
    Task<TokenResponse> RequestDeviceTokenAsync(DeviceTokenRequest request, CancellationToken cancellationToken = default);
}
