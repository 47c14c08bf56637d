using Microsoft.Extensions.Caching.Distributed;

namespace SdkGen.OAuth.AspNetCore.UserTokens;

/// <summary>The tokens of users in the distributed cache of the application.</summary>
internal sealed class DistributedUserTokenStore(IDistributedCache cache) : IUserTokenStore
{
    private const string Prefix = "SdkGen.OAuth:tokens:";

    public ValueTask SaveAsync(string key, string sealedTokens, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        new(cache.SetStringAsync(Prefix + key, sealedTokens, new() { AbsoluteExpiration = expiresAt }, cancellationToken));

    public async ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken) =>
        await cache.GetStringAsync(Prefix + key, cancellationToken).ConfigureAwait(false);

    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken) => new(cache.RemoveAsync(Prefix + key, cancellationToken));
}
