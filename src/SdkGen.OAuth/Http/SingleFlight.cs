namespace SdkGen.OAuth.Http;

/// <summary>
/// Work that is done once for all who wait for it at the same time. Whoever stops waiting stops for themselves alone: the work goes on.
/// </summary>
/// <param name="work">The work. It is given nobody's cancellation.</param>
internal sealed class SingleFlight<T>(Func<Task<T>> work)
{
    private readonly Lock _lock = new();
    private Task<T>? _flight;

    /// <summary>Starts the work, or joins it if it is under way.</summary>
    public Task<T> JoinAsync(CancellationToken cancellationToken) => Start().WaitAsync(cancellationToken);

    /// <summary>Starts the work unless it is under way, without waiting for it.</summary>
    public Task<T> Start()
    {
        lock (_lock)
        {
            if (_flight is null)
            {
                _flight = FlyAsync();
                Observe(_flight);
            }

            return _flight;
        }
    }

    private async Task<T> FlyAsync()
    {
        // The work must not run inside the lock, nor end before the flight is known.
        await Task.Yield();
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _flight = null;
            }
        }
    }

    /// <summary>A failure counts as seen even if every caller has stopped waiting.</summary>
    private static void Observe(Task flight) => _ = flight.ContinueWith(
        static failed => _ = failed.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
