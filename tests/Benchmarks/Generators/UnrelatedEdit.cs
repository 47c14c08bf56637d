using Microsoft.CodeAnalysis;

namespace SdkGen.Benchmarks.Generators;

/// <summary>
/// What a generator costs per keystroke, in a file that is none of its business. Roslyn runs the attribute transform again on every edit, so
/// even an empty one costs something.
/// </summary>
public class UnrelatedEdit : GeneratorRuns
{
    /// <inheritdoc />
    private protected override GeneratorDriver Run(Project project) => project.EditUnrelatedFile();
}
