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

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic) =>
        Replace(root, node, "http://", "https://");

    /// <summary>Writes a text in the place of another, in the first literal or piece of an interpolation that begins with it.</summary>
    internal static SyntaxNode? Replace(SyntaxNode root, SyntaxNode node, string start, string replacement)
    {
        var token = node.DescendantNodesAndSelf().Select(Text).FirstOrDefault(
            candidate => candidate.ValueText.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        var text = token.Text ?? "";
        var position = text.IndexOf(start, StringComparison.OrdinalIgnoreCase);
        return position < 0 ? null : root.ReplaceToken(token, With(token, text.Remove(position, start.Length).Insert(position, replacement)));
    }

    private static SyntaxToken Text(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token,
        InterpolatedStringTextSyntax text => text.TextToken,
        _ => default,
    };

    /// <summary>A piece of an interpolation is no token that could be read by itself.</summary>
    private static SyntaxToken With(SyntaxToken token, string text) =>
        token.IsKind(SyntaxKind.InterpolatedStringTextToken)
            ? SyntaxFactory.Token(token.LeadingTrivia, SyntaxKind.InterpolatedStringTextToken, text, text, token.TrailingTrivia)
            : SyntaxFactory.ParseToken(text).WithTriviaFrom(token);
}
