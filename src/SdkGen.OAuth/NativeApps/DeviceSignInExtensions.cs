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
    public static async Task<TokenResponse> WaitForDeviceTokenAsync(
        this IDeviceAuthorizationGrant provider, DeviceAuthorizationResponse authorization, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(authorization);
        var timeProvider = authorization.TimeProvider;
        var request = new DeviceTokenRequest(authorization);
        var interval = authorization.Interval;
        var wait = interval;
        while (true)
        {
            if (timeProvider.GetUtcNow() + wait >= authorization.ExpiresAt)
            {
                throw new OAuthException(
                    OAuthFailure.DeviceCodeExpired, "The user did not enter the device code in time (RFC 8628 section 3.5).") { Error = "expired_token" };
            }

            await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
            try
            {
                return await provider.RequestDeviceTokenAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (OAuthException pending) when (IsPending(pending))
            {
                // RFC 8628 section 3.5: five seconds more for good when asked to slow down, twice as long after a time-out.
                interval = pending switch
                {
                    { Error: "slow_down" } => interval + TimeSpan.FromSeconds(5),
                    { Failure: OAuthFailure.Timeout or OAuthFailure.ConnectionFailed } => interval * 2,
                    _ => interval,
                };
                wait = pending.RetryAfter is { } asked && asked > interval ? asked : interval;
            }
        }
    }

    private static bool IsPending(OAuthException exception) =>
        exception.Error is "authorization_pending" or "slow_down" || (exception.IsTransient && exception.Error is null);
}
