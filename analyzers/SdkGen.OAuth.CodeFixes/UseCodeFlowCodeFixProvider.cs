using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Asks for a code where a library does all the rest: redeeming it, and PKCE. By hand, a code needs more than another word.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseCodeFlowCodeFixProvider))]
public sealed class UseCodeFlowCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ImplicitGrant);

    private protected override string Title => "Use the response type 'code'";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is not ExpressionSyntax value || value.Parent is not AssignmentExpressionSyntax assignment || assignment.Right != value || !IsOfHandler(assignment))
        {
            return null;
        }

        // OpenIdConnectResponseType.IdToken has a sibling Code.
        SyntaxNode code = value is MemberAccessExpressionSyntax member
            ? member.WithName(SyntaxFactory.IdentifierName("Code"))
            : SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("code"));
        return root.ReplaceNode(value, code.WithTriviaFrom(value));
    }

    private static bool IsOfHandler(SyntaxNode assignment) => assignment.Ancestors().Any(ancestor => ancestor switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } =>
            name is "AddOpenIdConnect" or "AddOidcAuthentication" or "UseOpenIdConnectAuthentication",
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString() is "OpenIdConnectOptions" or "OpenIdConnectAuthenticationOptions",
        _ => false,
    });
}
