using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Removes an assignment that switches a protection off: without it the protection is on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAssignmentCodeFixProvider))]
public sealed class RemoveAssignmentCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.CertificateNotChecked);

    private protected override string Title => "Remove the assignment";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic) =>
        node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() switch
        {
            { Parent: InitializerExpressionSyntax { Expressions.Count: 1, Parent: BaseObjectCreationExpressionSyntax { ArgumentList: not null } creation } } =>
                root.ReplaceNode(creation, creation.WithInitializer(null).WithoutTrivia().WithTriviaFrom(creation)),
            { Parent: InitializerExpressionSyntax } member => root.RemoveNode(member, SyntaxRemoveOptions.KeepNoTrivia),
            { Parent: ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement } => root.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia),
            { Parent: ExpressionStatementSyntax { Parent: GlobalStatementSyntax global } } => root.RemoveNode(global, SyntaxRemoveOptions.KeepNoTrivia),
            _ => null,
        };
}
