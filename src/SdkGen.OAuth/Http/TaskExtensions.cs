namespace SdkGen.OAuth.Http;

internal static class TaskExtensions
{
    /// <summary>The same task, whose failure counts as seen even if every caller has stopped waiting for it.</summary>
    public static Task<T> Observed<T>(this Task<T> task)
    {
        _ = task.ContinueWith(
            static failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return task;
    }
}
