using System.Diagnostics;

namespace SdkGen.OAuth.Fuzzing;

/// <summary>A long run over all targets, on all cores.</summary>
internal static class Campaign
{
    /// <summary>Runs it, and says how it goes.</summary>
    /// <returns>0 if there was no finding.</returns>
    public static async Task<int> RunAsync(long inputs, long seed, string? only, TextWriter output, CancellationToken cancellationToken)
    {
        var targets = FuzzTarget.All.Where(target => only is null || target.Name == only).ToList();
        if (targets.Count == 0)
        {
            await output.WriteLineAsync($"There is no target '{only}'. There are: {string.Join(", ", FuzzTarget.All)}.");
            return 2;
        }

        var shares = targets.Sum(target => target.Share);
        var findings = 0;
        var total = 0L;
        var begun = Stopwatch.GetTimestamp();
        await output.WriteLineAsync($"{inputs:N0} inputs from seed {seed}, {Environment.ProcessorCount} at a time");
        foreach (var target in targets)
        {
            var count = Math.Max(1, inputs * target.Share / shares);
            var before = Stopwatch.GetTimestamp();
            var (found, slowest) = await RunAsync(target, seed, count, cancellationToken);
            total += count;
            findings += found.Count;
            await output.WriteLineAsync(
                $"{target.Name,-28} {count,12:N0} inputs {Stopwatch.GetElapsedTime(before).TotalSeconds,8:N1} s  slowest {slowest.TotalMilliseconds,6:N1} ms  {found.Count} findings");
            foreach (var finding in found)
            {
                await output.WriteLineAsync(finding.ToString());
            }
        }

        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024);
        await output.WriteLineAsync($"{total:N0} inputs, {findings} findings, {Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} s, at most {peak:N0} MB");
        return findings == 0 ? 0 : 1;
    }

    private static async Task<(List<Finding> Findings, TimeSpan Slowest)> RunAsync(FuzzTarget target, long seed, long count, CancellationToken cancellationToken)
    {
        var workers = Math.Min(Environment.ProcessorCount, count);
        var runs = Enumerable.Range(0, (int)workers).Select(_ => new FuzzRun(target)).ToArray();
        var size = (count + workers - 1) / workers;
        var findings = await Task.WhenAll(runs.Select((run, worker) => Task.Run(
            () => run.RunAsync(seed + (worker * size), Math.Min(size, count - (worker * size)), cancellationToken.ThrowIfCancellationRequested),
            cancellationToken)));
        return ([.. findings.OfType<Finding>()], runs.Max(run => run.Slowest));
    }
}
