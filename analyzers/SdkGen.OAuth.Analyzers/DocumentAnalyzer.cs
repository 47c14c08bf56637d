using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SdkGen.OAuth.Analyzers.Declarations;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers;

/// <summary>Says what is wrong with a kept metadata document itself, in the document.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DocumentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.UnreadableDocument,
        DiagnosticDescriptors.ClearTextEndpoint);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        if (!DiscoveryDocument.IsOne(path) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        if (text.Length > DiscoveryDocument.MaxLength)
        {
            ReportUnreadable(new(0, 0), "it is larger than 1 MiB");
        }
        else if (!JsonText.TryRead(text.ToString(), out var root, out var error))
        {
            ReportUnreadable(new(Math.Min(error.At, Math.Max(0, text.Length - 1)), Math.Min(1, text.Length)), error.What);
        }
        else if (root.Kind != JsonKind.Object)
        {
            ReportUnreadable(new(root.Span.Start, root.Span.Length), "it is no object");
        }
        else if (root["issuer"] is not { Kind: JsonKind.Text, Text.Length: > 0 })
        {
            var (start, length) = root["issuer"]?.Span ?? (root.Span.Start, 1);
            ReportUnreadable(new(start, length), "it states no issuer");
        }
        else
        {
            foreach (var member in DiscoveryMember.All.Where(member => member.Kind is DiscoveryKind.Url or DiscoveryKind.Issuer))
            {
                if (member.In(root) is { Kind: JsonKind.Text, Text.Length: > 0 } url && !EndpointCheck.IsSecure(url.Text))
                {
                    Report(DiagnosticDescriptors.ClearTextEndpoint, new(url.Span.Start, url.Span.Length), url.Text);
                }
            }
        }

        void ReportUnreadable(TextSpan span, string what) =>
            Report(DiagnosticDescriptors.UnreadableDocument, span, DiscoveryDocument.FileNameOf(path), what);

        void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) => context.ReportDiagnostic(
            Diagnostic.Create(descriptor, Location.Create(path, span, text.Lines.GetLinePositionSpan(span)), arguments));
    }
}
