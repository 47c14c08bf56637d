using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>Shows what the engine finds in a source, before any rule asks.</summary>
internal static class Engine
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Asks something of the file, as a rule does.</summary>
    public static async Task<T> AskAsync<T>(string source, Func<CodeFile, T> question)
    {
        var probe = new Probe<T>(question);
        var compilation = CSharpCompilation.Create("Engine", [CSharpSyntaxTree.ParseText(source)], References, new(OutputKind.DynamicallyLinkedLibrary));
        var diagnostics = await compilation.WithAnalyzers([probe]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.Empty(diagnostics);
        return probe.Answer!;
    }

    /// <summary>Statements in a method of a class that has a few names to use.</summary>
    public static string InMethod(string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        class C
        {
            private const string SecretName = "client_secret";
            private string field = "from a field";
            void M(string parameter, C other)
            {
        {{statements}}
            }
        }
        """;

#pragma warning disable RS1036, RS1038, RS1041, RS2008 // It analyzes nothing: it lends its context to a question.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Probe<T>(Func<CodeFile, T> question) : DiagnosticAnalyzer
    {
        public T? Answer { get; private set; }

        // Without one it would not be run.
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("PROBE", "Probe", "", "Probe", DiagnosticSeverity.Hidden, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSemanticModelAction(file =>
                Answer = question(new(new(file.SemanticModel.Compilation, file.Options.AnalyzerConfigOptionsProvider.GlobalOptions), file)));
        }
    }
#pragma warning restore RS1036, RS1038, RS1041, RS2008
}
