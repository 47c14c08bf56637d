using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Generator;

namespace SdkGen.Benchmarks.Generators;

/// <summary>
/// What a generator costs per keystroke, in a file that is none of its business. Roslyn runs the attribute transform again on every edit, so
/// even an empty one costs something.
/// </summary>
[MemoryDiagnoser]
[MinIterationTime(1000)] // Shorter ones differ by whether a garbage collection falls into them.
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
[CategoriesColumn]
public class UnrelatedEdit
{
    private const string Transform = "1 transform";
    private const string Whole = "2 whole generator";

    private Project _project = null!;

    /// <summary>How many declarations the project has.</summary>
    [Params(1, 100, 1000)]
    public int Declarations { get; set; }

    [GlobalSetup(Target = nameof(EmptyTransform))]
    public void SetUpEmptyTransform() => _project = Project.OfProviders(Declarations, new EmptyGenerator(writes: false), writes: false);

    [Benchmark(Baseline = true), BenchmarkCategory(Transform)]
    public GeneratorDriver EmptyTransform() => _project.EditUnrelatedFile();

    [GlobalSetup(Target = nameof(SdkGenTransform))]
    public void SetUpSdkGenTransform() => _project = Project.OfProviders(Declarations, new TransformOnly(), writes: false);

    [Benchmark, BenchmarkCategory(Transform)]
    public GeneratorDriver SdkGenTransform() => _project.EditUnrelatedFile();

    [GlobalSetup(Target = nameof(EmptyGenerator))]
    public void SetUpEmptyGenerator() => _project = Project.OfProviders(Declarations, new EmptyGenerator(writes: true));

    [Benchmark(Baseline = true), BenchmarkCategory(Whole)]
    public GeneratorDriver EmptyGenerator() => _project.EditUnrelatedFile();

    [GlobalSetup(Target = nameof(SdkGen))]
    public void SetUpSdkGen() => _project = Project.OfProviders(Declarations, new OAuthClientGenerator());

    [Benchmark, BenchmarkCategory(Whole)]
    public GeneratorDriver SdkGen() => _project.EditUnrelatedFile();

    [GlobalSetup(Target = nameof(Refit))]
    public void SetUpRefit() => _project = Project.OfRefitInterfaces(Declarations);

    [Benchmark, BenchmarkCategory(Whole)]
    public GeneratorDriver Refit() => _project.EditUnrelatedFile();

    [GlobalSetup(Target = nameof(Mapperly))]
    public void SetUpMapperly() => _project = Project.OfMappers(Declarations);

    [Benchmark, BenchmarkCategory(Whole)]
    public GeneratorDriver Mapperly() => _project.EditUnrelatedFile();

    [GlobalSetup(Target = nameof(Mvvm))]
    public void SetUpMvvm() => _project = Project.OfViewModels(Declarations);

    [Benchmark, BenchmarkCategory(Whole)]
    public GeneratorDriver Mvvm() => _project.EditUnrelatedFile();
}
