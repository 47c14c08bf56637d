using Microsoft.Extensions.Caching.Distributed;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>Sign-ins wait in the distributed cache of the application.</summary>
internal sealed class DistributedRequestStore(IDistributedCache cache) : IAuthorizationRequestStore
{
    private const string Prefix = "SdkGen.OAuth:login:";

    public ValueTask SaveAsync(string key, string sealedRequest, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        new(cache.SetStringAsync(Prefix + key, sealedRequest, new() { AbsoluteExpiration = expiresAt }, cancellationToken));

    public async ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken) =>
        await cache.GetStringAsync(Prefix + key, cancellationToken).ConfigureAwait(false);
}
