using Microsoft.Extensions.Time.Testing;

namespace SdkGen.OAuth.Tests;

/// <summary>Lets the clock run as fast as a client polls, and notes when it does.</summary>
internal static class Polls
{
    public static async Task<T> RunAsync<T>(FakeTimeProvider clock, Wire wire, string path, List<double> seconds, Func<Task<T>> start)
    {
        var started = clock.GetUtcNow();
        var call = start();
        var seen = 0;
        while (!call.IsCompleted)
        {
            var polls = Count();
            if (polls > seen)
            {
                seen = polls;
                seconds.Add((clock.GetUtcNow() - started).TotalSeconds);
            }

            await Task.Delay(5);
            if (!call.IsCompleted && polls == seen && Count() == seen)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        if (Count() > seen)
        {
            seconds.Add((clock.GetUtcNow() - started).TotalSeconds);
        }

        return await call;

        int Count()
        {
            lock (wire.Requests)
            {
                return wire.Requests.Count(request => request.Uri.AbsolutePath == path);
            }
        }
    }
}
