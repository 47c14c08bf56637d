using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using SdkGen.Benchmarks.Reports;
using SdkGen.OAuth.Generator;

namespace SdkGen.Benchmarks.Generators;

/// <summary>What a generator costs a build, or the opening of a project: all declarations at once, of which nothing is known.</summary>
[MemoryDiagnoser]
public class ColdRun
{
    private Project _project = null!;

    /// <summary>How many declarations the project has.</summary>
    [ParamsSource(nameof(Counts))]
    public int Declarations { get; set; }

    public static IReadOnlyList<int> Counts => Sizes.Declarations;

    [GlobalSetup(Target = nameof(EmptyGenerator))]
    public void SetUpEmptyGenerator() => _project = Project.OfProviders(Declarations, new EmptyGenerator());

    [Benchmark(Baseline = true)]
    public GeneratorDriver EmptyGenerator() => _project.Open();

    [GlobalSetup(Target = nameof(SdkGen))]
    public void SetUpSdkGen() => _project = Project.OfProviders(Declarations, new OAuthClientGenerator());

    [Benchmark]
    public GeneratorDriver SdkGen() => _project.Open();

    [GlobalSetup(Target = nameof(Refit))]
    public void SetUpRefit() => _project = Project.OfRefitInterfaces(Declarations);

    [Benchmark]
    public GeneratorDriver Refit() => _project.Open();

    [GlobalSetup(Target = nameof(Mapperly))]
    public void SetUpMapperly() => _project = Project.OfMappers(Declarations);

    [Benchmark]
    public GeneratorDriver Mapperly() => _project.Open();

    [GlobalSetup(Target = nameof(Mvvm))]
    public void SetUpMvvm() => _project = Project.OfViewModels(Declarations);

    [Benchmark]
    public GeneratorDriver Mvvm() => _project.Open();
}
