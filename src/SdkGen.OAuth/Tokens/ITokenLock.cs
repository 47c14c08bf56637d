namespace SdkGen.OAuth;

/// <summary>
/// A lock by name, held by one at a time of all that share it. Who requests or refreshes a token holds the one of that token, so that
/// any number of machines make one request.
/// </summary>
/// <remarks>
/// The default is for one process. <c>SdkGen.OAuth.Redis</c> has one for all machines that share a Redis; another may be registered as
/// <see cref="ITokenLock"/>. Nothing relies on it to be perfect: a lock that is lost costs a request more, and a refresh token that
/// somebody is using is marked as that besides.
/// </remarks>
public interface ITokenLock
{
    /// <summary>Takes a lock, waiting for it if somebody has it.</summary>
    /// <param name="name">The name: letters, digits, <c>-</c>, <c>_</c> and <c>:</c>, at most 100; no secret.</param>
    /// <param name="wait">How long to wait for it at most; zero tries once.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>What releases the lock when it is disposed; <see langword="null"/> if somebody else had it for all that time.</returns>
    /// <exception cref="Exception">
    /// The lock cannot be asked for. Any exception is understood as that: client tokens are then requested without the lock, and refresh
    /// tokens, which may be used once only, are not used.
    /// </exception>
    ValueTask<IAsyncDisposable?> TryAcquireAsync(string name, TimeSpan wait, CancellationToken cancellationToken);
}
