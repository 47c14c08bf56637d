namespace SdkGen.OAuth.Tokens;

/// <summary>What is said when a store or a lock cannot be reached.</summary>
internal static class SharedStore
{
    /// <param name="what">What cannot be reached.</param>
    /// <param name="cause">The cause. Its text is somebody else's and may hold what was to be stored: only its type is said.</param>
    public static OAuthException Unavailable(string what, Exception? cause = null) => new(
        OAuthFailure.SharedStoreUnavailable,
        $"{char.ToUpperInvariant(what[0])}{what[1..]} cannot be reached{(cause is null ? "" : $" ({cause.GetType().Name})")}. Nothing was used or lost: try again.")
    {
        IsTransient = true,
    };

    /// <summary>Loads what a session has. Its store is the application's, and may throw whatever it likes.</summary>
    public static async ValueTask<TokenResponse?> LoadAsync(ITokenSession session, CancellationToken cancellationToken)
    {
        try
        {
            return await session.LoadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OAuthException && !cancellationToken.IsCancellationRequested)
        {
            throw Unavailable("the store of the session", exception);
        }
    }
}
