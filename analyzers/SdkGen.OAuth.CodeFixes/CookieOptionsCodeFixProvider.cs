using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Keeps a cookie from scripts and from connections without TLS.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CookieOptionsCodeFixProvider))]
public sealed class CookieOptionsCodeFixProvider : SyntaxCodeFixProvider
{
    private const string Options = "new Microsoft.AspNetCore.Http.CookieOptions { HttpOnly = true, Secure = true }";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.TokenCookie);

    private protected override string Title => "Set HttpOnly and Secure";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        // new HttpCookie(name, value) of System.Web has the flags itself.
        if (node is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 2 } cookie)
        {
            return root.ReplaceNode(cookie, WithFlags(cookie, $"new {cookie.Type.WithoutTrivia()}{cookie.ArgumentList.WithoutTrivia()}"));
        }

        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { ArgumentList: var list })
        {
            return null;
        }

        switch (list.Arguments)
        {
            case [_, _]:
                return root.ReplaceNode(list, list.AddArguments(SyntaxFactory.Argument(
                    SyntaxFactory.ParseExpression(Options).WithLeadingTrivia(SyntaxFactory.Space))));
            case [_, _, { Expression: BaseObjectCreationExpressionSyntax creation }]:
                return root.ReplaceNode(creation, WithFlags(creation, creation is ObjectCreationExpressionSyntax { Type: var named } ? $"new {named.WithoutTrivia()}" : "new()"));
            default:
                return null;
        }
    }

    private static ExpressionSyntax WithFlags(BaseObjectCreationExpressionSyntax creation, string type)
    {
        var kept = creation.Initializer?.Expressions.Where(
            member => member is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "HttpOnly" or "Secure" } }) ?? [];
        var members = kept.Select(member => member.WithoutTrivia().ToString()).Concat(["HttpOnly = true", "Secure = true"]);
        return SyntaxFactory.ParseExpression($"{type} {{ {string.Join(", ", members)} }}").WithTriviaFrom(creation);
    }
}
