using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SdkGen.Benchmarks.Reports;

/// <summary>The page of results, all of it: what it says of a run is written by that run.</summary>
internal static class Page
{
    public static string Write(IReadOnlyList<Section> sections, Effort effort, string load)
    {
        var page = new StringBuilder($"""
            # Benchmarks

            What this SDK costs, beside what does the same work, measured in one run by one command:

            ```sh
            dotnet run -c Release --project tests/Benchmarks -- all docs/benchmarks.md
            ```

            The command wrote this page, prose and all. `all --quick` shows in a minute or two that everything runs; `--filter "*TokenRequests*"` hands
            one class to BenchmarkDotNet with its own settings and columns. Times are medians and given as ratios: what counts is the row beside, on the
            same machine in the same minutes. Memory is what one operation allocates, and exact.

            Run on {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} with {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores,
            {Memory()} GB. {load}{(effort.IsQuick ? " A quick run: the times mean nothing." : "")}
            Versions: {Versions.Text}.

            ## Aims

            | aim | measured | met |
            | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var aim in sections.SelectMany(section => section.Aims))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {aim.Text} | {aim.Measured} | {(aim.IsMet ? "yes" : "**no**")} |\n");
        }

        foreach (var section in sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {section.Title}\n\n{section.Text.ReplaceLineEndings("\n").Trim()}\n");
        }

        return page.ToString();
    }

    /// <summary>How busy the machine was before the run, where it says so: a busy one makes all times worse, and ratios unsure.</summary>
    public static string Load()
    {
        const string file = "/proc/loadavg";
        return File.Exists(file) && double.TryParse(File.ReadAllText(file).Split(' ')[0], CultureInfo.InvariantCulture, out var load)
            ? load < Environment.ProcessorCount / 2.0
                ? "Nothing else ran."
                : string.Create(CultureInfo.InvariantCulture, $"The load was {load:0.0} when it began, the building of the benchmarks among it; if more than that ran, the times are unsure.")
            : "";
    }

    private static string Memory() =>
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9).ToString(CultureInfo.InvariantCulture);
}
