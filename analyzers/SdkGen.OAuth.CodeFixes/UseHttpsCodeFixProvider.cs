using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Writes <c>https</c> for <c>http</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseHttpsCodeFixProvider))]
public sealed class UseHttpsCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ClearTextEndpoint);

    private protected override string Title => "Use https";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        var literal = node.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().FirstOrDefault(
            candidate => candidate.IsKind(SyntaxKind.StringLiteralExpression)
                && candidate.Token.ValueText.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
        if (literal is null)
        {
            return null;
        }

        var text = literal.Token.Text;
        var scheme = text.IndexOf("http://", StringComparison.OrdinalIgnoreCase);
        return scheme < 0
            ? null
            : root.ReplaceToken(literal.Token, SyntaxFactory.ParseToken(text.Insert(scheme + 4, "s")).WithTriviaFrom(literal.Token));
    }
}
