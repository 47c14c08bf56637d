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
        var named = new RedisDistributedLock(name + ":lock", redis.GetDatabase(), options => options
            .Expiry(Expiry)
            .BusyWaitSleepTime(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(50)));
        return await named.TryAcquireAsync(wait, cancellationToken).ConfigureAwait(false);
    }
}
