using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Throws on what a handler swallows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LetErrorThroughCodeFixProvider))]
public sealed class LetErrorThroughCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.SwallowedError);

    private protected override string Title => "Let the error through";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Block: var block })
        {
            return null;
        }

        StatementSyntax rethrow = SyntaxFactory.ThrowStatement();
        if (block.Statements is [var first, ..])
        {
            return root.ReplaceNode(block, block.WithStatements(SyntaxFactory.SingletonList(rethrow.WithTriviaFrom(first))));
        }

        // A comment says why; it would have to go.
        if (block.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)))
        {
            return null;
        }

        // An empty block has no line to take the place of.
        var indentation = Indentation(block);
        return root.ReplaceNode(
            block,
            SyntaxFactory.Block(
                SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTriviaFrom(block.OpenBraceToken).WithTrailingTrivia(EndOfLine(root)),
                SyntaxFactory.SingletonList<StatementSyntax>(rethrow.WithLeadingTrivia(SyntaxFactory.Whitespace(indentation + "    ")).WithTrailingTrivia(EndOfLine(root))),
                SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.Whitespace(indentation)).WithTrailingTrivia(block.CloseBraceToken.TrailingTrivia)));
    }

    private static string Indentation(BlockSyntax block)
    {
        var text = block.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(block.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static SyntaxTrivia EndOfLine(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found ? found : SyntaxFactory.LineFeed;
}
