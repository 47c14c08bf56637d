namespace SdkGen.OAuth;

/// <summary>
/// Where the tokens of users are kept on the server, instead of in the authentication cookie. What is stored is sealed already; a store only keeps
/// it. Register one, and all tokens of users are kept there.
/// </summary>
public interface IUserTokenStore
{
    /// <summary>Stores a text, or replaces it. The tokens are not used before it is stored.</summary>
    /// <param name="key">The key: of a session and a provider; no secret.</param>
    /// <param name="sealedTokens">The text: encrypted and signed.</param>
    /// <param name="expiresAt">When it may be forgotten.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is stored.</returns>
    ValueTask SaveAsync(string key, string sealedTokens, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Finds a text: the one that was stored last, by whatever machine.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The text; <see langword="null"/> if there is none.</returns>
    ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Forgets a text.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is forgotten.</returns>
    ValueTask RemoveAsync(string key, CancellationToken cancellationToken);
}
