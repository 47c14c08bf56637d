using System.Collections.Concurrent;

namespace SdkGen.OAuth.AspNetCore.Tests;

/// <summary>A store of the application's own.</summary>
internal sealed class MemoryRequestStore : IAuthorizationRequestStore
{
    public ConcurrentDictionary<string, string> Entries { get; } = new();

    public ValueTask SaveAsync(string key, string sealedRequest, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        Entries[key] = sealedRequest;
        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken) => new(Entries.GetValueOrDefault(key));
}
