namespace SdkGen.OAuth.Tests;

/// <summary>Lets the clock run as fast as a client polls, and notes when it does.</summary>
internal static class Polls
{
    public static async Task<T> RunAsync<T>(PollClock clock, Wire wire, string path, List<double> seconds, Func<Task<T>> start)
    {
        var started = clock.GetUtcNow();
        wire.Arrived = request =>
        {
            if (request.Uri.AbsolutePath == path)
            {
                seconds.Add((clock.GetUtcNow() - started).TotalSeconds);
            }
        };
        var call = start();
        while (!call.IsCompleted)
        {
            if (clock.IsWaiting)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Delay(1);
        }

        return await call;
    }
}
