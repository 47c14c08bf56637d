using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Removes an assignment that switches a protection off: it is on by default.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAssignmentCodeFixProvider))]
public sealed class RemoveAssignmentCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.NoChallenge, DiagnosticIds.MissingNonce);

    private protected override string Title => "Remove the assignment";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic) =>
        node is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax } assignment
            ? assignment.Parent switch
            {
                ExpressionStatementSyntax { Parent: BlockSyntax } statement => root.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia),
                InitializerExpressionSyntax => root.RemoveNode(assignment, SyntaxRemoveOptions.KeepNoTrivia),
                _ => null,
            }
            : null;
}
