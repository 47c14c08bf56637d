using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth;

/// <summary>Sign-in on a device without a browser (RFC 8628).</summary>
public static class DeviceSignInExtensions
{
    /// <summary>Starts a device authorization, shows it to the user, and waits until they have signed in.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="prompt">Shows the address and the code to the user.</param>
    /// <param name="request">What is asked for; <see langword="null"/> asks for the scopes of the provider.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="OAuthException">The user refused or was too late, or the provider failed.</exception>
    public static Task<TokenResponse> SignInWithDeviceCodeAsync(
        this IDeviceAuthorizationGrant provider,
        Action<DeviceAuthorizationResponse> prompt,
        DeviceAuthorizationRequest? request = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return provider.SignInWithDeviceCodeAsync(
            authorization =>
            {
                prompt(authorization);
                return Task.CompletedTask;
            },
            request,
            cancellationToken);
    }

    /// <summary>Starts a device authorization, shows it to the user, and waits until they have signed in.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="prompt">Shows the address and the code to the user.</param>
    /// <param name="request">What is asked for; <see langword="null"/> asks for the scopes of the provider.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="OAuthException">The user refused or was too late, or the provider failed.</exception>
    public static async Task<TokenResponse> SignInWithDeviceCodeAsync(
        this IDeviceAuthorizationGrant provider,
        Func<DeviceAuthorizationResponse, Task> prompt,
        DeviceAuthorizationRequest? request = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(prompt);
        var authorization = await provider.RequestDeviceAuthorizationAsync(request, cancellationToken).ConfigureAwait(false);
        await prompt(authorization).ConfigureAwait(false);
        return await provider.WaitForDeviceTokenAsync(authorization, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for the token of a device authorization, as often and as seldom as the provider wants, until the user has signed in.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="authorization">The device authorization.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="OAuthException">The user refused or was too late, or the provider failed.</exception>
    public static Task<TokenResponse> WaitForDeviceTokenAsync(
        this IDeviceAuthorizationGrant provider, DeviceAuthorizationResponse authorization, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(authorization);
        var request = new DeviceTokenRequest(authorization);
        return new TokenPolling(new(authorization.ExpiresAt, authorization.Interval), authorization.TimeProvider, Expired)
            .RunAsync(cancelled => provider.RequestDeviceTokenAsync(request, cancelled), cancellationToken);
    }

    private static OAuthException Expired() =>
        new(OAuthFailure.DeviceCodeExpired, "The user did not enter the device code in time (RFC 8628 section 3.5).") { Error = "expired_token" };
}
