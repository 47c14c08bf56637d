using Medallion.Threading.Redis;

namespace SdkGen.OAuth.Redis;

/// <summary>The lock of all machines that share a Redis. It is kept alive while it is held, and ends by itself with the process that held it.</summary>
internal sealed class RedisTokenLock(RedisConnection connection) : ITokenLock
{
    /// <summary>How long the lock of a machine that has died stays.</summary>
    private static readonly TimeSpan Expiry = TimeSpan.FromSeconds(20);

    public async ValueTask<IAsyncDisposable?> TryAcquireAsync(string name, TimeSpan wait, CancellationToken cancellationToken)
    {
        var redis = await connection.GetAsync(cancellationToken).ConfigureAwait(false);
        var key = name + ":lock";
        var named = new RedisDistributedLock(key, redis.GetDatabase(), options => options
            .Expiry(Expiry)
            .BusyWaitSleepTime(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(50)));
        var held = await named.TryAcquireAsync(wait, cancellationToken).ConfigureAwait(false);
        if (held is null || await connection.Incarnation.IsTrustedAsync(redis).ConfigureAwait(false))
        {
            return held;
        }

        await held.DisposeAsync().ConfigureAwait(false);
        throw new InvalidOperationException("Redis was started anew, and has forgotten who held its locks.");
    }
}
