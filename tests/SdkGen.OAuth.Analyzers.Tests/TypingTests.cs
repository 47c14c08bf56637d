using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SdkGen.OAuth.Generator.Tests;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>Whatever somebody is in the middle of writing, no analyzer throws: the compiler would report AD0001, and run it no more.</summary>
public sealed class TypingTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(DeclarationAnalyzer).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public Task A_source_that_is_cut_off_anywhere_is_analyzed() => AnalyzeAsync(HalfWritten.CutOff(step: 29));

    [Fact]
    public Task A_source_with_words_missing_is_analyzed() => AnalyzeAsync(HalfWritten.WithWordsMissing(100));

    private static async Task AnalyzeAsync(IEnumerable<string> sources)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp12);
        var empty = CSharpCompilation.Create("Tests", [], Verify.References, new(OutputKind.DynamicallyLinkedLibrary));
        foreach (var source in sources)
        {
            var exceptions = new List<Exception>();
            var compilation = empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, parse));
            var options = new CompilationWithAnalyzersOptions(
                new([]), (exception, _, _) => exceptions.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
            await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();

            Assert.True(exceptions.Count == 0, $"{string.Join("\n", exceptions)}\n{source}");
        }
    }
}
