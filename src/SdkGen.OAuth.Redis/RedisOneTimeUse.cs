using SdkGen.OAuth.Http;
using SdkGen.OAuth.Tokens;
using StackExchange.Redis;

namespace SdkGen.OAuth.Redis;

/// <summary>
/// Remembers used authorization requests for all machines: the first <c>SET NX</c> of a key succeeds, and no other. Whoever cannot ask Redis
/// does not know, and refuses.
/// </summary>
internal sealed class RedisOneTimeUse(RedisConnection connection, TimeProvider timeProvider) : IOneTimeUse
{
    private static readonly TimeSpan ShortestMemory = TimeSpan.FromMinutes(1);

    /// <summary>How long Redis may take to answer; a sign-in is waiting.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    public async ValueTask<bool> TryUseAsync(string key, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var lifetime = expiresAt - timeProvider.GetUtcNow();
        try
        {
            return await Patiently.RunAsync(
                async token =>
                {
                    var redis = await connection.GetAsync(token).ConfigureAwait(false);
                    return await redis.GetDatabase()
                        .StringSetAsync("sdkgen:used:" + key, "1", lifetime > ShortestMemory ? lifetime : ShortestMemory, When.NotExists)
                        .ConfigureAwait(false);
                },
                Patience,
                timeProvider,
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw SharedStore.Unavailable("the memory of used authorization requests", exception);
        }
    }
}
