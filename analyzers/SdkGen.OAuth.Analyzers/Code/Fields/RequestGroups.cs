using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Tells which parameters belong to one request: those that are put into one thing, in one expression or one after another.</summary>
internal static class RequestGroups
{
    /// <summary>The list, array or argument list that holds a pair.</summary>
    public static SyntaxNode ListAround(SyntaxNode pair) => pair.Parent switch
    {
        InitializerExpressionSyntax { Parent: { } creation } => creation,
        CollectionElementSyntax { Parent: { } collection } => collection,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => CodeFile.ReceiverOf(call) ?? call,
        _ => pair,
    };

    /// <summary>
    /// What a piece of code is a part of: the variable that it is kept in, if there is one, so that <c>form["a"] = 1; form["b"] = 2;</c> and
    /// <c>url += "&amp;b=2"</c> belong together; otherwise the expression itself.
    /// </summary>
    public static object Of(SyntaxNode node)
    {
        var root = node;
        while (root is ExpressionSyntax)
        {
            // A chain of calls belongs to what it begins with.
            var inner = root switch
            {
                InvocationExpressionSyntax call => CodeFile.ReceiverOf(call),
                ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression,
                _ => null,
            };
            if (inner is null)
            {
                break;
            }

            root = inner;
        }

        if (root is IdentifierNameSyntax or MemberAccessExpressionSyntax)
        {
            return Key(root, root.ToString());
        }

        // What is dropped is no variable.
        return Variable(root) is { } name and not "_" ? Key(root, name) : root;
    }

    /// <summary>The variable that an expression is assigned to.</summary>
    private static string? Variable(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null and not StatementSyntax and not MemberDeclarationSyntax; current = current.Parent)
        {
            switch (current)
            {
                case VariableDeclaratorSyntax variable:
                    return variable.Identifier.ValueText;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax or MemberAccessExpressionSyntax } assignment when assignment.Parent is not InitializerExpressionSyntax:
                    return assignment.Left.ToString();
                case AnonymousFunctionExpressionSyntax or InitializerExpressionSyntax or LambdaExpressionSyntax:
                    return null;
                case InvocationExpressionSyntax call when !Passing.Is(CodeFile.NameOf(call)):
                    return null;
            }
        }

        return null;
    }

    private static object Key(SyntaxNode node, string name) => (CodeFile.MemberOf(node) as object ?? node.SyntaxTree, name);
}
