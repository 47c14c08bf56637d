namespace SdkGen.OAuth;

/// <summary>The same messages, told by the token response that they are about.</summary>
public static class OAuthProviderExtensions
{
    /// <summary>Trades the refresh token of a response for new tokens. Store those before you use them.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="token">The tokens to refresh.</param>
    /// <param name="cancellationToken">Cancels the request. The refresh token may have been used nevertheless.</param>
    /// <returns>The new tokens.</returns>
    /// <exception cref="ArgumentException">There is no refresh token among them.</exception>
    /// <exception cref="OAuthException">The request failed; <c>invalid_grant</c> means that the user has to sign in again.</exception>
    public static Task<TokenResponse> RefreshTokenAsync(
        this IRefreshTokenGrant provider, TokenResponse token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return provider.RefreshTokenAsync(new RefreshTokenRequest(token), cancellationToken);
    }

    /// <summary>Asks for the claims about the user of a response. If it holds an ID token, the reply has to be about its subject.</summary>
    /// <typeparam name="TUser">The type of the claims.</typeparam>
    /// <param name="provider">The provider.</param>
    /// <param name="token">The tokens of the user.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The claims.</returns>
    /// <exception cref="OAuthException">The request failed, or the reply is about another user.</exception>
    public static Task<TUser> GetUserInfoAsync<TUser>(
        this IUserInfoEndpoint<TUser> provider, TokenResponse token, CancellationToken cancellationToken = default)
        where TUser : class
    {
        ArgumentNullException.ThrowIfNull(provider);
        return provider.GetUserInfoAsync(new UserInfoRequest(token), cancellationToken);
    }

    /// <summary>Validates a logout token and uses it up (OpenID Connect Back-Channel Logout 1.0 section 2.6).</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="logoutToken"><c>logout_token</c>, a field of the posted form.</param>
    /// <param name="cancellationToken">Stops waiting for the provider's keys.</param>
    /// <returns>What the validated token says.</returns>
    /// <exception cref="OAuthException">A check failed; nobody is to be logged out.</exception>
    public static Task<LogoutToken> ValidateLogoutTokenAsync(
        this IBackchannelLogout provider, string logoutToken, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return provider.ValidateLogoutTokenAsync(new BackchannelLogoutRequest { LogoutToken = logoutToken }, cancellationToken);
    }

    /// <summary>Revokes the refresh token of a response, and with it, at most providers, the access token; without one, the access token.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="token">The tokens to revoke.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that ends when the provider has confirmed.</returns>
    /// <exception cref="OAuthException">The provider did not confirm: take the tokens to be valid still.</exception>
    public static Task RevokeTokenAsync(
        this IRevocationEndpoint provider, TokenResponse token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(token);
        return provider.RevokeTokenAsync(
            token.RefreshToken is { } refreshToken
                ? new() { Token = refreshToken, TokenTypeHint = "refresh_token" }
                : new() { Token = token.AccessToken, TokenTypeHint = "access_token" },
            cancellationToken);
    }
}
