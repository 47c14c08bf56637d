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
    /// <summary>
    /// Each in turn, from the end of a file to its start, so that no fix moves what is still to be fixed. It asks for no equivalence key:
    /// <c>dotnet format</c> takes that from whichever diagnostic of the analyzer comes first, which may be another rule's.
    /// </summary>
    private static readonly FixAllProvider EachInTurn = FixAllProvider.Create(FixAllAsync);

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => EachInTurn;

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

    private static async Task<Document?> FixAllAsync(
        FixAllContext context, Document document, System.Collections.Immutable.ImmutableArray<Diagnostic> diagnostics)
    {
        var fix = (SyntaxCodeFixProvider)context.CodeFixProvider;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in diagnostics.OrderByDescending(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (root is not null
                && root.FullSpan.Contains(diagnostic.Location.SourceSpan)
                && fix.Fix(root, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), diagnostic) is { } fixedRoot)
            {
                root = fixedRoot;
            }
        }

        return root is null ? null : document.WithSyntaxRoot(root);
    }

    private protected abstract string Title { get; }

    /// <summary>The root with the mistake mended, or nothing if there is nothing to mend.</summary>
    private protected abstract SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic);
}
