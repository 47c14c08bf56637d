using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>A fix that puts an expression in the place of the one that is reported. Its rule has chosen it, and has seen that it compiles.</summary>
public abstract class ReplaceExpressionCodeFixProvider : SyntaxCodeFixProvider
{
    private protected sealed override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic) =>
        node is ExpressionSyntax value && diagnostic.Properties.TryGetValue(Replacement.Property, out var replacement) && replacement is not null
            ? root.ReplaceNode(value, SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(value))
            : null;
}
