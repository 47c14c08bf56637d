using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Removes an attribute that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeCodeFixProvider))]
public sealed class RemoveAttributeCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(DiagnosticIds.UnusedVariable, DiagnosticIds.MessageNotDeclared, DiagnosticIds.OfflineAccessWithoutRefresh);

    private protected override string Title => "Remove the attribute";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        // OfflineAccessScope is one argument among others: it goes by itself.
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent: AttributeListSyntax list } attribute
            || (diagnostic.Id == DiagnosticIds.OfflineAccessWithoutRefresh
                && node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { NameEquals.Name.Identifier.ValueText: not "When" }))
        {
            return null;
        }

        return list.Attributes.Count > 1
            ? root.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)
            : root.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia);
    }
}
