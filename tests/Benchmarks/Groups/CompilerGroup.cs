using System.Globalization;
using SdkGen.Benchmarks.Analyzers;
using SdkGen.Benchmarks.Generators;
using SdkGen.Benchmarks.Reports;

namespace SdkGen.Benchmarks.Groups;

/// <summary>What happens at compile time: the generator and the analyzers.</summary>
internal static class CompilerGroup
{
    private static IEnumerable<string> Counts => Sizes.Declarations.Select(count => count.ToString(CultureInfo.InvariantCulture));

    public static Section Generator(Runner runner)
    {
        var (edits, cold, build) = (runner.Of<UnrelatedEdit>(), runner.Of<ColdRun>(), runner.Of<Build>());
        var worst = Counts.Max(count => edits.Of(nameof(UnrelatedEdit.SdkGen), count).Nanoseconds / edits.Of(nameof(UnrelatedEdit.EmptyGenerator), count).Nanoseconds);
        var most = Counts.Last();
        var slower = new[] { nameof(ColdRun.Refit), nameof(ColdRun.Mapperly), nameof(ColdRun.Mvvm) }
            .Where(other => cold.Of(other, most).Nanoseconds < cold.Of(nameof(ColdRun.SdkGen), most).Nanoseconds)
            .ToList();
        var added = (build.Of(nameof(Build.WithGenerator)).Nanoseconds / build.Of(nameof(Build.WithoutGenerator)).Nanoseconds) - 1;
        return new(
            "The generator",
            $"""
            An edit in a file that has nothing to do with the interfaces: what every keystroke costs in an editor. Roslyn runs the transform of an
            attribute again after each; so the row to compare with is a generator that does nothing but write one line for each interface. The peers have
            as many declarations of their own kind.

            {Curve(edits)}
            A cold run, of which nothing is known before: what a build costs, or the opening of a project.

            {Curve(cold)}
            The compilation of a project of {Lines(Corpus.Application)} lines with one provider takes {Table.Ratio(added + 1)} times what it takes with the generated file
            among its sources. Less than 1 means that the generator is lost in what one compilation differs from the next.
            """,
            [
                new(
                    "An unrelated edit costs at most 10 % more than an empty transform",
                    $"{Table.Ratio(worst)} times at the most",
                    worst <= 1.1),
                new(
                    "A cold run is faster than those of Refit, Mapperly and Mvvm",
                    slower.Count == 0 ? $"faster than all, at {most} interfaces" : $"not faster than {string.Join(", ", slower)}, at {most} interfaces",
                    slower.Count == 0),
                new("The generator adds less than 5 % to a compilation", added < 0 ? "nothing that could be seen" : Table.Percent(added), added < 0.05),
            ]);
    }

    public static Section Analyzers(Runner runner)
    {
        var measured = runner.Of<AnalyzerRuns>();
        var table = new Table("", "an application", "seconds for 100,000 lines", "this runtime's own sources", "seconds for 100,000 lines");
        foreach (var (method, name) in ((string, string)[])[
            (nameof(AnalyzerRuns.Compiler), "the compiler, checking the code"),
            (nameof(AnalyzerRuns.SdkGen), "**SdkGen**"),
            (nameof(AnalyzerRuns.DotNetSdk), "the .NET SDK's analyzers"),
            (nameof(AnalyzerRuns.Meziantou), "Meziantou.Analyzer"),
            (nameof(AnalyzerRuns.Sonar), "SonarAnalyzer.CSharp")])
        {
            table.Add([name, .. ((Corpus[])[Corpus.Application, Corpus.Runtime]).SelectMany(corpus => Cells(measured, method, corpus))]);
        }

        return new(
            "The analyzers",
            $"""
            All rules of each package that are on by default, over the same code, as one compilation: {Lines(Corpus.Application)} lines of an application, of which one file in
            twenty-five speaks OAuth, and the {Lines(Corpus.Runtime)} lines of this SDK's runtime, which speak of nothing else: the most that these rules can cost.
            Times are what a package adds to an analyzer that does nothing, in units of what the compiler takes to check the code; and in
            seconds for 100,000 lines on this machine.

            {table}
            """,
            []);
    }

    private static IEnumerable<string> Cells(IReadOnlyList<Measured> measured, string method, Corpus corpus)
    {
        var compiler = measured.Of(nameof(AnalyzerRuns.Compiler), corpus.ToString()).Nanoseconds;
        var time = method == nameof(AnalyzerRuns.Compiler)
            ? compiler
            : Math.Max(0, measured.Of(method, corpus.ToString()).Nanoseconds - measured.Of(nameof(AnalyzerRuns.EmptyAnalyzer), corpus.ToString()).Nanoseconds);
        yield return Table.Ratio(time / compiler);
        yield return string.Create(CultureInfo.InvariantCulture, $"{time / 1e9 / Corpora.Lines(Corpora.Compile(corpus)) * 100_000:0.0}");
    }

    private static string Lines(Corpus corpus) => Corpora.Lines(Corpora.Compile(corpus)).ToString("#,##0", CultureInfo.InvariantCulture);

    private static Table Curve(IReadOnlyList<Measured> measured)
    {
        var table = new Table("interfaces", "an empty transform", "**SdkGen**", "Refit", "Mapperly", "Mvvm");
        foreach (var count in Counts)
        {
            var empty = measured.Of(nameof(UnrelatedEdit.EmptyGenerator), count).Nanoseconds;
            table.Add([
                int.Parse(count, CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture),
                .. ((string[])[nameof(UnrelatedEdit.EmptyGenerator), nameof(UnrelatedEdit.SdkGen), nameof(UnrelatedEdit.Refit), nameof(UnrelatedEdit.Mapperly), nameof(UnrelatedEdit.Mvvm)])
                    .Select(method => Table.Ratio(measured.Of(method, count).Nanoseconds / empty))]);
        }

        return table;
    }
}
