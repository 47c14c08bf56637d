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
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(DiagnosticIds.CertificateNotChecked, DiagnosticIds.MissingNonce);

    private protected override string Title => "Remove the assignment";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic) => Remove(root, Assignment(node, diagnostic));

    internal static SyntaxNode? Remove(SyntaxNode root, AssignmentExpressionSyntax? assignment) =>
        assignment switch
        {
            { Parent: InitializerExpressionSyntax { Expressions.Count: 1, Parent: BaseObjectCreationExpressionSyntax { ArgumentList: not null } creation } } =>
                root.ReplaceNode(creation, creation.WithInitializer(null).WithoutTrivia().WithTriviaFrom(creation)),
            { Parent: InitializerExpressionSyntax } member => root.RemoveNode(member, SyntaxRemoveOptions.KeepNoTrivia),
            { Parent: ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement } => root.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia),
            { Parent: ExpressionStatementSyntax { Parent: GlobalStatementSyntax global } } => root.RemoveNode(global, SyntaxRemoveOptions.KeepNoTrivia),
            _ => null,
        };

    /// <summary>A check of certificates may be told of inside of what is assigned; the others are told of at the switch itself.</summary>
    private static AssignmentExpressionSyntax? Assignment(SyntaxNode node, Diagnostic diagnostic) =>
        diagnostic.Id == DiagnosticIds.CertificateNotChecked
            ? node.FirstAncestorOrSelf<AssignmentExpressionSyntax>()
            : node as AssignmentExpressionSyntax is { Right: LiteralExpressionSyntax } assignment ? assignment : null;
}
