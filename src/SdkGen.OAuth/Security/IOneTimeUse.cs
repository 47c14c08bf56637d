namespace SdkGen.OAuth;

/// <summary>
/// Remembers which authorization requests were used, so that none is used twice. Replace the one in memory by one that all machines share
/// if callbacks can arrive at any of them.
/// </summary>
public interface IOneTimeUse
{
    /// <summary>Uses a key up, atomically: of any number of callers with the same key, one gets <see langword="true"/>.</summary>
    /// <param name="key">The key: a hash, no secret.</param>
    /// <param name="expiresAt">Until when it has to be remembered.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether this was the first use.</returns>
    ValueTask<bool> TryUseAsync(string key, DateTimeOffset expiresAt, CancellationToken cancellationToken);
}
