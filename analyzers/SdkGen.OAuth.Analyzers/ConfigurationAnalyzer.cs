using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SdkGen.OAuth.Analyzers.Code;
using SdkGen.OAuth.Analyzers.Configuration;

namespace SdkGen.OAuth.Analyzers;

/// <summary>Finds secrets in the configuration files that lie beside the code. The package hands them to the compiler.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigurationAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Nobody writes such a file by hand.</summary>
    private const int MaxLength = 1024 * 1024;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.SecretInConfiguration);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var file = new ConfigurationFile(context.AdditionalFile.Path);
        if (!file.IsConfiguration)
        {
            return;
        }

        var options = new Code.FileOptions(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.AdditionalFile));
        var isTest = TestCode.IsPath(file.Path) || TestCode.IsProject(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        if (options.SecretsInConfiguration == "off" || TestCode.Weigh(isTest, options, DiagnosticSeverity.Warning) is not { } weight
            || context.AdditionalFile.GetText(context.CancellationToken) is not { Length: > 0 and <= MaxLength } text)
        {
            return;
        }

        var lowered = file.IsForDevelopment || options.SecretsInConfiguration == "info" || weight == DiagnosticSeverity.Info;
        foreach (var setting in file.Read(text.ToString()))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (SecretSetting.SeverityOf(setting) is { } severity)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    DiagnosticDescriptors.SecretInConfiguration,
                    Location.Create(file.Path, setting.Span, text.Lines.GetLinePositionSpan(setting.Span)),
                    lowered ? DiagnosticSeverity.Info : severity,
                    additionalLocations: null,
                    properties: null,
                    messageArgs: setting.Name));
            }
        }
    }
}
