using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>
/// Writes <c>https</c> in a redirect URI, and the loopback interface where a listener waits for a callback: no other machine can reach that
/// (RFC 8252 section 8.3).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReceiveAloneCodeFixProvider))]
public sealed class ReceiveAloneCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UnsafeRedirectUri);

    private protected override string Title => "Let nobody else receive it";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic) =>
        UseHttpsCodeFixProvider.Replace(root, node, "http://*", "http://127.0.0.1")
        ?? UseHttpsCodeFixProvider.Replace(root, node, "http://+", "http://127.0.0.1")
        ?? UseHttpsCodeFixProvider.Replace(root, node, "http://", "https://");
}
