using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>A fix that puts one node in the place of another.</summary>
/// <remarks>
/// Fixes have no state, so they need no <c>[Shared]</c>; without it the assembly does not refer to System.Composition, of which every
/// editor has another version.
/// </remarks>
public abstract class SyntaxCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var diagnostic = context.Diagnostics[0];
        if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } node
            || Fix(root, node, diagnostic) is not { } fixedRoot)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(fixedRoot)), GetType().Name),
            context.Diagnostics);
    }

    private protected abstract string Title { get; }

    /// <summary>The root with the mistake mended, or nothing if there is nothing to mend.</summary>
    private protected abstract SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic);
}
