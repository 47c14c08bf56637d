using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Removes what switches PKCE off: in an attribute an argument, of a handler's options an assignment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeavePkceOnCodeFixProvider))]
public sealed class LeavePkceOnCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.NoChallenge);

    private protected override string Title => "Leave PKCE on";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic) =>
        node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument ? root.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia)
        : node is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax } assignment ? RemoveAssignmentCodeFixProvider.Remove(root, assignment)
        : null;
}
