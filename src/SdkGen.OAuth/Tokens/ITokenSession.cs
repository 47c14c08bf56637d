namespace SdkGen.OAuth;

/// <summary>
/// The tokens of one user who has signed in, wherever the application keeps them: a cookie, a cache, a database. It is passed with each
/// call, so that no call can use the tokens of another user.
/// </summary>
public interface ITokenSession
{
    /// <summary>
    /// What names this sign-in on all machines: a random id, neither the user's name, whose other sessions have tokens of their own, nor a
    /// secret.
    /// </summary>
    string Key { get; }

    /// <summary>
    /// Whether all callers see what one of them has saved, as in a cache or a database. Tokens are then loaded and saved once for all
    /// callers, also after the one whose object this is has left: the object must not need its request. <see langword="false"/> for a
    /// cookie, which each request has and answers by itself.
    /// </summary>
    bool IsShared { get; }

    /// <summary>Loads the tokens.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tokens; <see langword="null"/> if there are none: the user has to sign in.</returns>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.SharedStoreUnavailable"/>: nobody knows whether there are any.</exception>
    ValueTask<TokenResponse?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Saves tokens in the place of those that were there. It is called before the new access token is used.</summary>
    /// <param name="token">The tokens.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when they are saved.</returns>
    ValueTask SaveAsync(TokenResponse token, CancellationToken cancellationToken);

    /// <summary>Forgets the tokens: the provider takes the refresh token no longer, and the user has to sign in again.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when they are gone.</returns>
    ValueTask EndAsync(CancellationToken cancellationToken);
}
