using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH8004: the expiry of a token is reckoned in local time.</summary>
internal static class LocalExpiry
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.LocalExpiry);

    private static void Run(CodeFile file)
    {
        foreach (var time in file.LocalTimes)
        {
            if (IsExpiryOfToken(time))
            {
                Surroundings.Report(file, DiagnosticDescriptors.LocalExpiry, time, sure: false);
            }
        }
    }

    private static bool IsExpiryOfToken(MemberAccessExpressionSyntax time)
    {
        switch (time.Parent)
        {
            // DateTime.Now.AddSeconds(reply.ExpiresIn)
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddSeconds" or "AddMilliseconds" or "AddMinutes" or "Add", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var lifetime }] } sum }:
                return lifetime.ToString().Replace("_", "").IndexOf("expiresIn", StringComparison.OrdinalIgnoreCase) >= 0
                    || (sum.Parent is AssignmentExpressionSyntax { Left: var target } && IsExpiry(target) && IsAboutTokens(time));

            // DateTime.Now < token.ExpiresAt
            case BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
                or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.SubtractExpression:
                return IsExpiry(binary.Left == time ? binary.Right : binary.Left) && IsAboutTokens(time);

            default:
                return false;
        }
    }

    private static bool IsExpiry(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(part => CodeFile.NameOf(part)?.IndexOf("expir", StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Whether the type has a token of OAuth: much else expires.</summary>
    private static bool IsAboutTokens(SyntaxNode node) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.Any(member => member switch
        {
            PropertyDeclarationSyntax property => IsToken(property.Identifier.ValueText),
            FieldDeclarationSyntax field => field.Declaration.Variables.Any(variable => IsToken(variable.Identifier.ValueText)),
            _ => false,
        }) == true;

    private static bool IsToken(string name) => OAuthNames.OfIdentifier(name) is OAuthNames.AccessToken or OAuthNames.RefreshToken;
}
