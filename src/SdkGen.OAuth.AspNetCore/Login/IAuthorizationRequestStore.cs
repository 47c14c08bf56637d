namespace SdkGen.OAuth;

/// <summary>
/// Where sign-ins wait on the server, instead of in a cookie. What is stored is sealed already; a store only keeps it. Register one, and
/// every sign-in of the application waits there. The browser has a small cookie nevertheless, by which it is known again.
/// </summary>
public interface IAuthorizationRequestStore
{
    /// <summary>Stores a text, or replaces it.</summary>
    /// <param name="key">The key: a hash, no secret.</param>
    /// <param name="sealedRequest">The text: encrypted and signed.</param>
    /// <param name="expiresAt">When it may be forgotten.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is stored.</returns>
    ValueTask SaveAsync(string key, string sealedRequest, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Finds a text.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The text; <see langword="null"/> if there is none.</returns>
    ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken);
}
