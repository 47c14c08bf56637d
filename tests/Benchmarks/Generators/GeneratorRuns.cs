using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using SdkGen.Benchmarks.Reports;
using SdkGen.OAuth.Generator;

namespace SdkGen.Benchmarks.Generators;

/// <summary>The generators that are compared, each on a project of its own declarations.</summary>
[MemoryDiagnoser]
public abstract class GeneratorRuns
{
    private Project _project = null!;

    /// <summary>How many declarations the project has.</summary>
    [ParamsSource(nameof(Counts))]
    public int Declarations { get; set; }

    public static IReadOnlyList<int> Counts => Sizes.Declarations;

    [GlobalSetup(Target = nameof(EmptyGenerator))]
    public void SetUpEmptyGenerator() => _project = Project.OfProviders(Declarations, new EmptyGenerator());

    [Benchmark(Baseline = true)]
    public GeneratorDriver EmptyGenerator() => Run(_project);

    [GlobalSetup(Target = nameof(SdkGen))]
    public void SetUpSdkGen() => _project = Project.OfProviders(Declarations, new OAuthClientGenerator());

    [Benchmark]
    public GeneratorDriver SdkGen() => Run(_project);

    [GlobalSetup(Target = nameof(Refit))]
    public void SetUpRefit() => _project = Project.OfRefitInterfaces(Declarations);

    [Benchmark]
    public GeneratorDriver Refit() => Run(_project);

    [GlobalSetup(Target = nameof(Mapperly))]
    public void SetUpMapperly() => _project = Project.OfMappers(Declarations);

    [Benchmark]
    public GeneratorDriver Mapperly() => Run(_project);

    [GlobalSetup(Target = nameof(Mvvm))]
    public void SetUpMvvm() => _project = Project.OfViewModels(Declarations);

    [Benchmark]
    public GeneratorDriver Mvvm() => Run(_project);

    /// <summary>What is measured.</summary>
    private protected abstract GeneratorDriver Run(Project project);
}
