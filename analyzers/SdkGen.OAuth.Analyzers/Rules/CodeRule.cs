using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>A rule on code: what it may say, and the question that it asks of a file.</summary>
internal sealed class CodeRule(Action<CodeFile> run, params DiagnosticDescriptor[] descriptors)
{
    public IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = descriptors;

    public void Run(CodeFile file) => run(file);
}
