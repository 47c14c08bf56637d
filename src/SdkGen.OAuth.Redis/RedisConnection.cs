using StackExchange.Redis;

namespace SdkGen.OAuth.Redis;

/// <summary>
/// The connection to Redis that lock, cache and one-time use share. It is made when it is first needed; a Redis that is down then is asked
/// again the next time, so that an application starts without it.
/// </summary>
internal sealed class RedisConnection : IAsyncDisposable, IDisposable
{
    private readonly Func<Task<IConnectionMultiplexer>> _connect;
    private readonly bool _ownsConnection;
    private readonly SemaphoreSlim _lock = new(1, 1);
    private IConnectionMultiplexer? _connection;

    /// <summary>Uses a connection of the application's, which it goes on owning.</summary>
    public RedisConnection(Func<IConnectionMultiplexer> connection)
    {
        _connect = () => Task.FromResult(connection());
    }

    /// <summary>Makes a connection of its own.</summary>
    /// <exception cref="ArgumentException">The text is no configuration of StackExchange.Redis.</exception>
    public RedisConnection(string configuration)
    {
        var options = ConfigurationOptions.Parse(configuration);

        // Redis may come later, or be away for a while: the connection is the same, and is tried again every second.
        options.AbortOnConnectFail = false;
        options.ReconnectRetryPolicy = new LinearRetry(1000);
        _ownsConnection = true;
        _connect = async () => await ConnectionMultiplexer.ConnectAsync(options).ConfigureAwait(false);
    }

    /// <summary>Which run of Redis this is.</summary>
    public RedisIncarnation Incarnation { get; } = new();

    public async Task<IConnectionMultiplexer> GetAsync(CancellationToken cancellationToken = default)
    {
        if (_connection is { } connection)
        {
            return connection;
        }

        await _lock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_connection is null)
            {
                var made = await _connect().ConfigureAwait(false);
                Incarnation.Watch(made);
                _connection = made;
            }

            return _connection;
        }
        finally
        {
            _lock.Release();
        }
    }

    public void Dispose()
    {
        if (_ownsConnection)
        {
            _connection?.Dispose();
        }

        _lock.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (_ownsConnection && _connection is { } connection)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }

        _lock.Dispose();
    }
}
