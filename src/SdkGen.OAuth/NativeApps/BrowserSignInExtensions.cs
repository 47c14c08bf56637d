using System.ComponentModel;
using System.Diagnostics;

namespace SdkGen.OAuth;

/// <summary>Sign-in of a console or desktop program: the system's browser, and a listener on the loopback interface (RFC 8252).</summary>
public static class BrowserSignInExtensions
{
    /// <summary>Opens the browser, waits for the callback, and redeems the code.</summary>
    /// <param name="provider">The provider, most often with a client id and without a secret: a program on a user's machine keeps none.</param>
    /// <param name="options">How; <see langword="null"/> leaves everything as it is.</param>
    /// <param name="cancellationToken">Stops waiting, and listening.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="OAuthException">The user refused or was too late, the provider failed, or no browser could be opened.</exception>
    public static async Task<TokenResponse> SignInWithBrowserAsync(
        this IAuthorizationCodeGrant provider, BrowserSignInOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        options ??= new();
        using var listener = new NativeApps.LoopbackListener(options.Port, options.Path, options.Address);
        var parameters = new AuthorizationParameters { RedirectUri = listener.RedirectUri };
        var request = await provider.CreateAuthorizationRequestAsync(options.Configure?.Invoke(parameters) ?? parameters, cancellationToken)
            .ConfigureAwait(false);

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var remaining = request.ExpiresAt - DateTimeOffset.UtcNow;
        waiting.CancelAfter(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero);
        await (options.OpenBrowser ?? OpenSystemBrowserAsync)(request.Uri, cancellationToken).ConfigureAwait(false);
        try
        {
            return await RedeemAsync(provider, request, listener, options, waiting.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new OAuthException(OAuthFailure.RequestExpired, $"{request.Provider}: the user did not sign in within the life of the request.")
            {
                Provider = request.Provider,
            };
        }
    }

    private static async Task<TokenResponse> RedeemAsync(
        IAuthorizationCodeGrant provider,
        AuthorizationRequest request,
        NativeApps.LoopbackListener listener,
        BrowserSignInOptions options,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            using var callback = await listener.AcceptAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var token = await provider.RedeemAuthorizationCodeAsync(request, callback.Response, cancellationToken).ConfigureAwait(false);
                await callback.AnswerAsync(200, options.CompletedText, cancellationToken).ConfigureAwait(false);
                return token;
            }
            catch (OAuthException exception)
            {
                await callback.AnswerAsync(400, "The sign-in did not succeed. The program says why.", cancellationToken).ConfigureAwait(false);

                // Whoever can reach the port can send a callback: one that answers another login must not end this one.
                if (exception.Failure != OAuthFailure.DuplicateParameter && callback.Response.State == request.State)
                {
                    throw;
                }
            }
        }
    }

    private static Task OpenSystemBrowserAsync(Uri uri, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var process = Process.Start(new ProcessStartInfo(uri.AbsoluteUri) { UseShellExecute = true });
            return Task.CompletedTask;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            throw new OAuthException(
                OAuthFailure.InvalidConfiguration,
                "No browser could be opened on this machine: state OpenBrowser in BrowserSignInOptions, or use SignInWithDeviceCodeAsync.");
        }
    }
}
