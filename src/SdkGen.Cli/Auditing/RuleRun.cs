using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using SdkGen.Cli.Code;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.Cli.Auditing;

/// <summary>Runs the rules over code. What the code suppresses is not said.</summary>
internal static class RuleRun
{
    /// <summary>All of our rules.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [new OAuthCodeAnalyzer(), new DeclarationAnalyzer(), new DocumentAnalyzer(), new ConfigurationAnalyzer()];

    /// <summary>Runs them.</summary>
    /// <param name="project">The code.</param>
    /// <param name="analyzers">The rules; all if nothing is stated.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What they say, and how long they took.</returns>
    public static async Task<(IReadOnlyList<Finding> Findings, TimeSpan Time)> RunAsync(
        CodeProject project, ImmutableArray<DiagnosticAnalyzer>? analyzers, CancellationToken cancellationToken)
    {
        var analysis = project.Compilation.WithAnalyzers(
            analyzers ?? Analyzers,
            new CompilationWithAnalyzersOptions(project.Options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        var result = await analysis.GetAnalysisResultAsync(cancellationToken);
        return (
            [.. result.GetAllDiagnostics().Where(diagnostic => !diagnostic.IsSuppressed).Select(Finding.Of)],
            result.AnalyzerTelemetryInfo.Values.Aggregate(TimeSpan.Zero, (sum, info) => sum + info.ExecutionTime));
    }
}
