using Microsoft.CodeAnalysis;

namespace SdkGen.Benchmarks.Generators;

/// <summary>What a generator costs a build, or the opening of a project: all declarations at once, of which nothing is known.</summary>
public class ColdRun : GeneratorRuns
{
    /// <inheritdoc />
    private protected override GeneratorDriver Run(Project project) => project.Open();
}
