using SdkGen.OAuth.Http;
using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth.AspNetCore.Hosting;

/// <summary>
/// Asks a store of the application's own, which may throw whatever it likes, or never answer: what comes of it is typed, and holds nothing that
/// was to be stored.
/// </summary>
internal static class StoreCall
{
    /// <summary>How long a store may take. A browser waits for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="OAuthException"><see cref="OAuthFailure.SharedStoreUnavailable"/>.</exception>
    public static async ValueTask<T> AskAsync<T>(
        string store, Func<CancellationToken, ValueTask<T>> call, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        try
        {
            return await Patiently.RunAsync(token => call(token).AsTask(), Patience, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OAuthException && !cancellationToken.IsCancellationRequested)
        {
            throw SharedStore.Unavailable(store, exception);
        }
    }

    /// <exception cref="OAuthException"><see cref="OAuthFailure.SharedStoreUnavailable"/>.</exception>
    public static async ValueTask TellAsync(
        string store, Func<CancellationToken, ValueTask> call, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        await AskAsync(
            store,
            async token =>
            {
                await call(token).ConfigureAwait(false);
                return true;
            },
            timeProvider,
            cancellationToken).ConfigureAwait(false);
}
