using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Removes an argument of an attribute that weakens a protection or has no effect: its default is what is wanted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveArgumentCodeFixProvider))]
public sealed class RemoveArgumentCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(DiagnosticIds.OfflineAccessWithoutRefresh);

    private protected override string Title => "Remove the argument";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic) =>
        node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { NameEquals.Name.Identifier.ValueText: not "When" } argument
            ? root.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia)
            : null;
}
