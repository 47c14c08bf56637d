using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth.AspNetCore.Hosting;

/// <summary>Asks a store of the application's own, which may throw whatever it likes: what comes of it is typed, and holds nothing that was to be stored.</summary>
internal static class StoreCall
{
    /// <exception cref="OAuthException"><see cref="OAuthFailure.SharedStoreUnavailable"/>.</exception>
    public static async ValueTask<T> AskAsync<T>(string store, Func<ValueTask<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OAuthException && !cancellationToken.IsCancellationRequested)
        {
            throw SharedStore.Unavailable(store, exception);
        }
    }

    /// <exception cref="OAuthException"><see cref="OAuthFailure.SharedStoreUnavailable"/>.</exception>
    public static async ValueTask TellAsync(string store, Func<ValueTask> call, CancellationToken cancellationToken) =>
        await AskAsync(
            store,
            async () =>
            {
                await call().ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
}
