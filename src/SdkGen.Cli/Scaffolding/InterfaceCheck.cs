using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SdkGen.Cli.Auditing;
using SdkGen.Cli.Code;

namespace SdkGen.Cli.Scaffolding;

/// <summary>Compiles what was written before anybody keeps it, and lets the rules look at it beside its document.</summary>
internal static class InterfaceCheck
{
    /// <summary>What is wrong with it: what the compiler refuses, or a rule warns of.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(string source, string documentFile, string document, CancellationToken cancellationToken)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(source), path: "Interface.cs", cancellationToken: cancellationToken);
        var compilation = CSharpCompilation.Create(
            "Scaffold", [tree], FrameworkReferences.All, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics(cancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture));
        var (findings, _) = await RuleRun.RunAsync(
            new("Scaffold", compilation, new([new WrittenText(documentFile, document)])), analyzers: null, cancellationToken);
        return [.. errors, .. findings.Where(finding => finding.Severity >= DiagnosticSeverity.Warning).Select(finding => $"{finding.Rule.Id}: {finding.Message}")];
    }
}
