namespace SdkGen.OAuth;

/// <summary>
/// Logout that the provider announces through the user's browser (OpenID Connect Front-Channel Logout 1.0): it loads the address that was
/// registered as <c>frontchannel_logout_uri</c> in an iframe, with <c>iss</c> and <c>sid</c>.
/// </summary>
public interface IFrontchannelLogout
{
    /// <summary>
    /// Checks a logout request of the front channel (section 2): that it is from this provider and about the session of this browser.
    /// Anybody can make a browser load an address; only who knows <c>sid</c> passes this.
    /// </summary>
    /// <param name="request">The query, and the session of the browser.</param>
    /// <param name="cancellationToken">Stops waiting for the provider's metadata.</param>
    /// <returns>The session to end.</returns>
    /// <exception cref="OAuthException">A check failed; <see cref="OAuthException.Failure"/> says which. Nobody is to be logged out.</exception>
    [FrontchannelLogoutRequest]
    Task<FrontchannelLogout> ValidateFrontchannelLogoutAsync(FrontchannelLogoutRequest request, CancellationToken cancellationToken = default);
}
