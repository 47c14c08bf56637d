using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth;

/// <summary>Authentication of a user on a device of theirs (OpenID Connect CIBA Core 1.0).</summary>
public static class BackchannelAuthenticationExtensions
{
    /// <summary>Asks the provider to authenticate a user, and waits until that is done.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="request">Whom, for what, and what they are shown.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The tokens; the ID token among them is validated.</returns>
    /// <exception cref="OAuthException">The user refused or was too late, or the provider failed.</exception>
    public static async Task<TokenResponse> AuthenticateOutOfBandAsync(
        this IBackchannelAuthenticationGrant provider, BackchannelAuthenticationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(request);
        var authentication = await provider.RequestBackchannelAuthenticationAsync(request, cancellationToken).ConfigureAwait(false);
        return await provider.WaitForBackchannelTokenAsync(authentication, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for the token of an authentication, as often and as seldom as the provider wants, until the user is done.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="authentication">The authentication.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The tokens; the ID token among them is validated.</returns>
    /// <exception cref="OAuthException">The user refused or was too late, or the provider failed.</exception>
    public static Task<TokenResponse> WaitForBackchannelTokenAsync(
        this IBackchannelAuthenticationGrant provider,
        BackchannelAuthenticationResponse authentication,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(authentication);
        var request = new BackchannelTokenRequest(authentication);
        return new TokenPolling(new(authentication.ExpiresAt, authentication.Interval), authentication.TimeProvider, Expired)
            .RunAsync(cancelled => provider.RequestBackchannelTokenAsync(request, cancelled), cancellationToken);
    }

    private static OAuthException Expired() =>
        new(OAuthFailure.AuthenticationRequestExpired, "The user was not authenticated in time (OpenID Connect CIBA Core section 11).") { Error = "expired_token" };
}
