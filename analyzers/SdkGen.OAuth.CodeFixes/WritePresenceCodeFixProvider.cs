using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Writes whether there is a token in the place of the token.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WritePresenceCodeFixProvider))]
public sealed class WritePresenceCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.SecretWritten, DiagnosticIds.CodeWritten);

    private protected override string Title => "Write whether there is one";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax)
            || node is InvocationExpressionSyntax call && call.DescendantNodes().OfType<AwaitExpressionSyntax>().Any())
        {
            return null;
        }

        // The default that would be written without a token goes with it.
        var value = (ExpressionSyntax)node;
        var written = value;
        while (written.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
        {
            written = (ExpressionSyntax)written.Parent;
        }

        var test = SyntaxFactory.ParseExpression(value.WithoutTrivia() + " is not null");
        var replacement = written.Parent switch
        {
            InterpolationSyntax { FormatClause: null } => test,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } => SyntaxFactory.ParenthesizedExpression(test),
            // Behind a format anything can be written; elsewhere a text is wanted.
            ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ Expression: LiteralExpressionSyntax or InterpolatedStringExpressionSyntax }, ..] } } => test,
            ArgumentSyntax or AssignmentExpressionSyntax => SyntaxFactory.ParseExpression($"({test}).ToString()"),
            _ => null,
        };
        return replacement is null ? null : root.ReplaceNode(written, replacement.WithTriviaFrom(written));
    }
}
