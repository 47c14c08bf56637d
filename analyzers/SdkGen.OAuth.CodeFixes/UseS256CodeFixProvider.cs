using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Sends the hash of the verifier, and says so, where a request sends the verifier itself with the method <c>plain</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseS256CodeFixProvider))]
public sealed class UseS256CodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.PlainChallenge);

    private protected override string Title => "Use S256";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        // [OAuthProvider(Pkce = …)]: without the argument it is S256.
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument)
        {
            return root.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia);
        }

        if (!diagnostic.Properties.TryGetValue(Replacement.Property, out var hashed) || hashed is null
            || Method(node) is not { } method
            || Challenge(node, Verifier(hashed)) is not { } challenge)
        {
            return null;
        }

        var hash = SyntaxFactory.ParseExpression(hashed).WithTriviaFrom(challenge);
        return root.ReplaceNodes([node, challenge], (original, _) => original == challenge ? hash : method);
    }

    /// <summary>The node with the name of the other method.</summary>
    private static SyntaxNode? Method(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax { Token: { ValueText: var text } token } when text.Equals("plain", StringComparison.OrdinalIgnoreCase) =>
            SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("S256")).WithTriviaFrom(node),
        LiteralExpressionSyntax literal when literal.Token.Text.Contains(Pair) =>
            literal.WithToken(SyntaxFactory.ParseToken(literal.Token.Text.Replace(Pair, PairOfS256)).WithTriviaFrom(literal.Token)),
        InterpolatedStringTextSyntax { TextToken: var token } when token.Text.Contains(Pair) =>
            SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(
                token.LeadingTrivia, SyntaxKind.InterpolatedStringTextToken, token.Text.Replace(Pair, PairOfS256), token.ValueText.Replace(Pair, PairOfS256), token.TrailingTrivia)),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Plain" } member => member.WithName(SyntaxFactory.IdentifierName("S256")).WithTriviaFrom(member),
        _ => null,
    };

    /// <summary>What is hashed: the innermost argument.</summary>
    private static string Verifier(string hashed) =>
        SyntaxFactory.ParseExpression(hashed).DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Last().ArgumentList.Arguments[0].ToString();

    /// <summary>Where the verifier is sent as challenge: next to the method, or as near as can be. Elsewhere it is sent as what it is.</summary>
    private static ExpressionSyntax? Challenge(SyntaxNode method, string verifier) =>
        method.Ancestors()
            .TakeWhile(ancestor => ancestor is not MemberDeclarationSyntax || ancestor is BaseMethodDeclarationSyntax or GlobalStatementSyntax)
            .Select(ancestor => ancestor.DescendantNodes().OfType<ExpressionSyntax>()
                .Where(use => use.ToString() == verifier && (use.Parent as MemberAccessExpressionSyntax)?.Name != use && IsNamedChallenge(use))
                .OrderBy(use => Math.Abs(use.SpanStart - method.SpanStart))
                .FirstOrDefault())
            .FirstOrDefault(found => found is not null);

    private static bool IsNamedChallenge(ExpressionSyntax use)
    {
        // "…&code_challenge=" + verifier, $"…&code_challenge={verifier}"
        var before = use.GetFirstToken().GetPreviousToken();
        while (before.Kind() is SyntaxKind.PlusToken or SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken or SyntaxKind.EqualsToken or SyntaxKind.CloseBracketToken or SyntaxKind.OpenParenToken)
        {
            before = before.GetPreviousToken();
        }

        var name = before.ValueText.TrimEnd('=').Replace("_", "");
        return name.EndsWith("codechallenge", StringComparison.OrdinalIgnoreCase);
    }

    private const string Pair = "code_challenge_method=plain";
    private const string PairOfS256 = "code_challenge_method=S256";
}
