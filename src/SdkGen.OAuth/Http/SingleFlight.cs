namespace SdkGen.OAuth.Http;

/// <summary>
/// Work that is done once for all who wait for it at the same time. Whoever stops waiting stops for themselves alone: the work goes on.
/// </summary>
/// <param name="work">The work. It is given nobody's cancellation.</param>
internal sealed class SingleFlight<T>(Func<Task<T>> work)
    where T : class
{
    private readonly Lock _lock = new();
    private Task<T>? _flight;

    /// <summary>Starts the work, or joins it if it is under way.</summary>
    /// <param name="finished">
    /// The result, if somebody has got it between the moment in which the caller found none and this one; else nothing.
    /// </param>
    /// <param name="cancellationToken">Stops this caller's waiting.</param>
    public Task<T> JoinAsync(Func<T?> finished, CancellationToken cancellationToken) => Start(finished).WaitAsync(cancellationToken);

    /// <summary>Starts the work unless it is under way or done, without waiting for it.</summary>
    public Task<T> Start(Func<T?> finished)
    {
        lock (_lock)
        {
            if (_flight is null)
            {
                if (finished() is { } result)
                {
                    return Task.FromResult(result);
                }

                _flight = FlyAsync();
                Observe(_flight);
            }

            return _flight;
        }
    }

    private async Task<T> FlyAsync()
    {
        // The work must not run inside the lock, nor end before the flight is known; nor on the thread of a caller who may block it.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
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
