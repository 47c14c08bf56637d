using System.Collections.Concurrent;

namespace SdkGen.OAuth.AspNetCore.Tests;

/// <summary>A store of the application's own.</summary>
internal sealed class MemoryUserTokenStore : IUserTokenStore
{
    public ConcurrentDictionary<string, string> Entries { get; } = new();

    public ValueTask SaveAsync(string key, string sealedTokens, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        Entries[key] = sealedTokens;
        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken) => new(Entries.GetValueOrDefault(key));

    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken)
    {
        Entries.TryRemove(key, out _);
        return ValueTask.CompletedTask;
    }
}
