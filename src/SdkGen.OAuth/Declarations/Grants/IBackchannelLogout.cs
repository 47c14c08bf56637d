namespace SdkGen.OAuth;

/// <summary>
/// Logout that the provider announces to this application over the back channel (OpenID Connect Back-Channel Logout 1.0): it posts a
/// <c>logout_token</c> to the address that was registered as <c>backchannel_logout_uri</c>.
/// </summary>
public interface IBackchannelLogout
{
    /// <summary>
    /// Validates a logout token (section 2.6) and uses it up. End the sessions that it names: that of <see cref="LogoutToken.SessionId"/>
    /// or, without one, all of <see cref="LogoutToken.Subject"/>; then answer 200, or 400 if this throws.
    /// </summary>
    /// <param name="request">The field <c>logout_token</c> of the posted form.</param>
    /// <param name="cancellationToken">Stops waiting for the provider's keys.</param>
    /// <returns>What the validated token says.</returns>
    /// <exception cref="OAuthException">A check failed; <see cref="OAuthException.Failure"/> says which. Nobody is to be logged out.</exception>
    [BackchannelLogoutRequest]
    Task<LogoutToken> ValidateLogoutTokenAsync(BackchannelLogoutRequest request, CancellationToken cancellationToken = default);
}
