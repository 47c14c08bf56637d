using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.Benchmarks.Analyzers;

/// <summary>
/// What the rules on code cost per file: one that is full of OAuth, one that has its words and nothing to say of, and one without a word of it. The
/// baseline is an analyzer that does nothing, with the same compilation and driver around it.
/// </summary>
[MemoryDiagnoser]
public class CodeRules
{
    private const int Files = 10;

    private CSharpCompilation _compilation = null!;

    /// <summary>What the files are like.</summary>
    [ParamsAllValues]
    public FileKind Kind { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var source = SourceFiles.Of(Kind);
        _compilation = CSharpCompilation.Create(
            "Project",
            Enumerable.Range(0, Files).Select(number => CSharpSyntaxTree.ParseText(source.Replace("Number", $"Number{number}", StringComparison.Ordinal), path: $"{number}.cs")),
            SourceFiles.References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var found = SdkGen().GetAwaiter().GetResult().Length;
        if (found > 0 != (Kind == FileKind.Positive))
        {
            throw new InvalidOperationException($"{Kind}: {found} findings");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Files)]
    public Task<ImmutableArray<Diagnostic>> EmptyAnalyzer() => RunAsync(new EmptyAnalyzer());

    [Benchmark(OperationsPerInvoke = Files)]
    public Task<ImmutableArray<Diagnostic>> SdkGen() => RunAsync(new OAuthCodeAnalyzer());

    // A compilation that was analyzed keeps what it bound: each run has its own.
    private Task<ImmutableArray<Diagnostic>> RunAsync(DiagnosticAnalyzer analyzer) =>
        _compilation.Clone().WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
}
