using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth.Redis.Worker;

/// <summary>The tokens of one user in the cache that all machines share.</summary>
internal sealed class CacheSession(SealedCache cache) : ITokenSession
{
    private static readonly SealedName Name = new("test-session", "session-1");

    public string Key => "session-1";

    public bool IsShared => true;

    public async ValueTask<TokenResponse?> LoadAsync(CancellationToken cancellationToken) =>
        await cache.FindAsync(Name, cancellationToken) is { } content ? SealedCache.ReadToken(content) : null;

    public async ValueTask SaveAsync(TokenResponse token, CancellationToken cancellationToken) =>
        await cache.StoreAsync(Name, TokenResponseData.Write(token), DateTimeOffset.UtcNow.AddHours(1), cancellationToken);

    public async ValueTask EndAsync(CancellationToken cancellationToken) => await cache.RemoveAsync(Name, cancellationToken);
}
