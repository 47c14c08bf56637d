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

    /// <summary>Loads what a session has.</summary>
    public static ValueTask<TokenResponse?> LoadAsync(ITokenSession session, CancellationToken cancellationToken) =>
        AskAsync(() => session.LoadAsync(cancellationToken), cancellationToken);

    /// <summary>Saves the tokens of a session.</summary>
    public static async ValueTask SaveAsync(ITokenSession session, TokenResponse tokens, CancellationToken cancellationToken) => await AskAsync(
        async () =>
        {
            await session.SaveAsync(tokens, cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken).ConfigureAwait(false);

    /// <summary>Forgets the tokens of a session.</summary>
    public static async ValueTask EndAsync(ITokenSession session, CancellationToken cancellationToken) => await AskAsync(
        async () =>
        {
            await session.EndAsync(cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken).ConfigureAwait(false);

    /// <summary>The store of a session is the application's, and may throw whatever it likes.</summary>
    private static async ValueTask<T> AskAsync<T>(Func<ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OAuthException && !cancellationToken.IsCancellationRequested)
        {
            throw Unavailable("the store of the session", exception);
        }
    }
}
