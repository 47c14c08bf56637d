using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Writes a space between the scopes of OpenID Connect. What other providers want is not certain.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SeparateScopesCodeFixProvider))]
public sealed class SeparateScopesCodeFixProvider : SyntaxCodeFixProvider
{
    private static readonly char[] Separators = [',', ';', ' '];

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ScopeSeparator);

    private protected override string Title => "Separate by spaces";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        // Within a URL the space has another form, and the scopes an end to look for.
        if (node is not LiteralExpressionSyntax { Token.ValueText: var text } || diagnostic.Severity != DiagnosticSeverity.Warning || text.IndexOf('=') >= 0)
        {
            return null;
        }

        var scopes = string.Join(" ", text.Split(Separators, StringSplitOptions.RemoveEmptyEntries));
        return root.ReplaceNode(node, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(scopes)).WithTriviaFrom(node));
    }
}
