using System.Collections.Immutable;
using System.Reflection;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SdkGen.Benchmarks.Reports;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.Benchmarks.Analyzers;

/// <summary>All rules of each package that are on by default, over the same code. What the compiler itself takes to check it stands beside.</summary>
[MemoryDiagnoser]
public class AnalyzerRuns
{
    private CSharpCompilation _compilation = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;

    [ParamsAllValues]
    public Corpus Corpus { get; set; }

    [GlobalSetup(Target = nameof(Compiler))]
    public void SetUpCompiler() => SetUp([]);

    [Benchmark(Baseline = true)]
    public ImmutableArray<Diagnostic> Compiler() => _compilation.Clone().GetDiagnostics();

    [GlobalSetup(Target = nameof(EmptyAnalyzer))]
    public void SetUpEmptyAnalyzer() => SetUp([new EmptyAnalyzer()]);

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> EmptyAnalyzer() => RunAsync();

    [GlobalSetup(Target = nameof(SdkGen))]
    public void SetUpSdkGen() => SetUp(AnalyzersOf(typeof(OAuthCodeAnalyzer).Assembly));

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> SdkGen() => RunAsync();

    [GlobalSetup(Target = nameof(DotNetSdk))]
    public void SetUpDotNetSdk() => SetUp(
        [.. Loaded("Microsoft.CodeAnalysis.NetAnalyzers"), .. Loaded("Microsoft.CodeAnalysis.CSharp.NetAnalyzers")]);

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> DotNetSdk() => RunAsync();

    [GlobalSetup(Target = nameof(Meziantou))]
    public void SetUpMeziantou() => SetUp(Loaded("Meziantou.Analyzer"));

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> Meziantou() => RunAsync();

    [GlobalSetup(Target = nameof(Sonar))]
    public void SetUpSonar() => SetUp(Loaded("SonarAnalyzer.CSharp"));

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> Sonar() => RunAsync();

    private static ImmutableArray<DiagnosticAnalyzer> Loaded(string key) => AnalyzersOf(Assembly.LoadFrom(Versions.PathOf(key)));

    /// <summary>Those for C#. In a package most types are.</summary>
    private static ImmutableArray<DiagnosticAnalyzer> AnalyzersOf(Assembly assembly) =>
    [
        .. TypesOf(assembly)
            .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableTo(typeof(DiagnosticAnalyzer))
                && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true
                && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Beside the analyzers there are fixes, for which an editor is needed: they cannot be loaded here, and need not be.</summary>
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }

    private void SetUp(ImmutableArray<DiagnosticAnalyzer> analyzers) => (_compilation, _analyzers) = (Corpora.Compile(Corpus), analyzers);

    // A compilation that was analyzed keeps what it bound: each run has its own.
    private Task<ImmutableArray<Diagnostic>> RunAsync() => _compilation.Clone().WithAnalyzers(_analyzers).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
}
