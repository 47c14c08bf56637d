namespace SdkGen.OAuth.Http;

/// <summary>Waits for what others have written, for a while and no longer: it may ignore its cancellation, or never end.</summary>
internal static class Patiently
{
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> step, TimeSpan patience, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(patience, timeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var running = step(linked.Token);
        try
        {
            return await running.WaitAsync(linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && timeout.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {patience.TotalSeconds} seconds.");
        }
        finally
        {
            Forget(running);
        }
    }

    /// <summary>Nobody waits any more: a failure counts as seen.</summary>
    public static void Forget(Task task) => _ = task.ContinueWith(
        static failed => _ = failed.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
