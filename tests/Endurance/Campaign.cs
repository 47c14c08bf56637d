using Spectre.Console;

namespace SdkGen.Endurance;

/// <summary>Both parts, one after the other, and the table at the end.</summary>
internal static class Campaign
{
    /// <summary>Runs them.</summary>
    /// <returns>0 if nothing happened that must not.</returns>
    public static async Task<int> RunAsync(double minutes, double virtualMinutes, int seed, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"seed [bold]{seed}[/]: {virtualMinutes} virtual minutes, then {minutes} real ones");
        var (hour, soak) = (new Verdict(), new Verdict());
        await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).StartAsync(async progress =>
        {
            await RunAsync(progress.AddTask("virtual time"), hour, new VirtualHour(seed, hour), (run, report) => run.RunAsync(TimeSpan.FromMinutes(virtualMinutes), report));
            await RunAsync(progress.AddTask("real time"), soak, new Soak(seed, soak), (run, report) => run.RunAsync(TimeSpan.FromMinutes(minutes), report));
        });
        Show(console, hour, soak);
        return hour.ViolationCount + soak.ViolationCount == 0 ? 0 : 1;
    }

    private static async Task RunAsync<T>(ProgressTask task, Verdict verdict, T run, Func<T, Action<double>, Task> start)
        where T : Run
    {
        void Unobserved(object? sender, UnobservedTaskExceptionEventArgs arguments) =>
            verdict.Violated("an exception that nobody looked at: " + arguments.Exception.GetBaseException());

        TaskScheduler.UnobservedTaskException += Unobserved;
        await using (run)
        {
            await start(run, Report);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        TaskScheduler.UnobservedTaskException -= Unobserved;
        if (verdict["sign-ins"] == 0 || verdict["refreshes"] == 0)
        {
            verdict.Violated("nobody signed in, or nothing was refreshed: nothing was tried");
        }

        void Report(double share) => task.Value = Math.Min(1, share) * task.MaxValue;
    }

    private static void Show(IAnsiConsole console, Verdict hour, Verdict soak)
    {
        var table = new Table().AddColumn("what").AddColumn(new TableColumn("virtual time").RightAligned()).AddColumn(new TableColumn("real time").RightAligned());
        foreach (var name in hour.Counts.Concat(soak.Counts).Select(count => count.Key).Distinct().Order(StringComparer.Ordinal))
        {
            table.AddRow(name.EscapeMarkup(), $"{hour[name]:N0}", $"{soak[name]:N0}");
        }

        table.AddRow("[bold]must not have happened[/]", $"[bold]{hour.ViolationCount}[/]", $"[bold]{soak.ViolationCount}[/]");
        console.Write(table);
        foreach (var violation in hour.Violations.Concat(soak.Violations))
        {
            console.MarkupLineInterpolated($"[red]{violation}[/]");
        }
    }
}
