using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Redirects only within the site.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LocalRedirectCodeFixProvider))]
public sealed class LocalRedirectCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.RedirectFromRequest);

    private protected override string Title => "Use LocalRedirect";

    /// <summary>The methods of a controller alone have a local twin; an authorization server, where the call itself is marked, is never local.</summary>
    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic) =>
        node.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier: var name } } }
            ? root.ReplaceToken(name, SyntaxFactory.Identifier("Local" + name.ValueText).WithTriviaFrom(name))
            : null;
}
