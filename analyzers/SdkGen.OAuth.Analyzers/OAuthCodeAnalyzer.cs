using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SdkGen.OAuth.Analyzers.Code;
using SdkGen.OAuth.Analyzers.Rules;

namespace SdkGen.OAuth.Analyzers;

/// <summary>
/// Says what is insecure about code that speaks OAuth, by whatever library or by hand. A file is walked once, if there is a word of OAuth in
/// it at all; each rule is a question to what was found.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OAuthCodeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        CodeRules.All.SelectMany(rule => rule.Descriptors).Distinct().ToImmutableArray();

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var project = new Project(start.Compilation, start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            start.RegisterSemanticModelAction(context => Analyze(project, context));
        });
    }

    private static void Analyze(Project project, SemanticModelAnalysisContext context)
    {
        if (!OAuthWords.AreIn(context.SemanticModel.SyntaxTree.GetText(context.CancellationToken)))
        {
            return;
        }

        var file = new CodeFile(project, context);
        foreach (var rule in CodeRules.All)
        {
            rule.Run(file);
        }
    }
}
