using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Writes <c>DateTime.UtcNow</c> for <c>DateTime.Now</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseUtcNowCodeFixProvider))]
public sealed class UseUtcNowCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.LocalExpiry);

    private protected override string Title => "Use UtcNow";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic) =>
        node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>(member => member.Name.Identifier.ValueText == "Now") is { Name: var name }
            ? root.ReplaceNode(name, SyntaxFactory.IdentifierName("UtcNow").WithTriviaFrom(name))
            : null;
}
