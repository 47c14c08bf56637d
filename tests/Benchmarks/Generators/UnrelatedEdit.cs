using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using SdkGen.Benchmarks.Reports;
using SdkGen.OAuth.Generator;

namespace SdkGen.Benchmarks.Generators;

/// <summary>
/// What a generator costs per keystroke, in a file that is none of its business. Roslyn runs the attribute transform again on every edit, so
/// even an empty one costs something.
/// </summary>
[MemoryDiagnoser]
public class UnrelatedEdit
{
    private Project _project = null!;

    /// <summary>How many declarations the project has.</summary>
    [ParamsSource(nameof(Counts))]
    public int Declarations { get; set; }

    public static IReadOnlyList<int> Counts => Sizes.Declarations;

    [GlobalSetup(Target = nameof(EmptyGenerator))]
    public void SetUpEmptyGenerator() => _project = Project.OfProviders(Declarations, new EmptyGenerator());

    [Benchmark(Baseline = true)]
    public GeneratorDriver EmptyGenerator() => _project.EditUnrelatedFile();

    [GlobalSetup(Target = nameof(SdkGen))]
    public void SetUpSdkGen() => _project = Project.OfProviders(Declarations, new OAuthClientGenerator());

    [Benchmark]
    public GeneratorDriver SdkGen() => _project.EditUnrelatedFile();

    [GlobalSetup(Target = nameof(Refit))]
    public void SetUpRefit() => _project = Project.OfRefitInterfaces(Declarations);

    [Benchmark]
    public GeneratorDriver Refit() => _project.EditUnrelatedFile();

    [GlobalSetup(Target = nameof(Mapperly))]
    public void SetUpMapperly() => _project = Project.OfMappers(Declarations);

    [Benchmark]
    public GeneratorDriver Mapperly() => _project.EditUnrelatedFile();

    [GlobalSetup(Target = nameof(Mvvm))]
    public void SetUpMvvm() => _project = Project.OfViewModels(Declarations);

    [Benchmark]
    public GeneratorDriver Mvvm() => _project.EditUnrelatedFile();
}
