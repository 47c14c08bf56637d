using System.Collections.Concurrent;

namespace SdkGen.OAuth.Security;

/// <summary>Remembers used keys in this process, until they expire.</summary>
internal sealed class MemoryOneTimeUse(TimeProvider timeProvider) : IOneTimeUse
{
    private const int SweepEvery = 256;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);
    private int _untilSweep = SweepEvery;

    /// <summary>The one of all clients that state none: two clients of one provider must not accept one request twice.</summary>
    public static MemoryOneTimeUse Shared { get; } = new(TimeProvider.System);

    public ValueTask<bool> TryUseAsync(string key, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Decrement(ref _untilSweep) <= 0)
        {
            Sweep();
        }

        return new(_used.TryAdd(key, expiresAt));
    }

    /// <summary>Forgets what has expired: the requests themselves are refused by then.</summary>
    private void Sweep()
    {
        Interlocked.Exchange(ref _untilSweep, SweepEvery);
        var now = timeProvider.GetUtcNow();
        foreach (var entry in _used)
        {
            if (entry.Value < now)
            {
                _used.TryRemove(entry);
            }
        }
    }
}
