using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH2006: an ID token is asked for without a nonce, or its nonce is not checked.</summary>
internal static class MissingNonce
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.MissingNonce);

    private const string SwitchedOff = "Remove this: without the check of the nonce an ID token can be replayed";
    private const string NotSent = "An ID token comes back through the browser, and without a 'nonce' it may be an old one: send a random nonce, and compare it with the one in the token";

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        foreach (var assignment in file.Assignments)
        {
            if (CodeFile.NameOf(assignment.Left) is "RequireNonce" or "ValidateNonce" && assignment.Right is LiteralExpressionSyntax { Token.ValueText: "false" })
            {
                file.Report(DiagnosticDescriptors.MissingNonce, assignment, SwitchedOff);
            }
        }

        foreach (var group in AuthorizationRequests.In(file))
        {
            if (group.Find(OAuthNames.ResponseType) is { Value.Text: { } type } field && type.Contains("id_token")
                && !group.Has(OAuthNames.Nonce) && !group.Has(OAuthNames.RequestUri) && !group.Has("request")
                && CodeFile.MemberOf(field.Key)?.DescendantTokens().Any(token => token.Value is string text && token.IsKind(SyntaxKind.StringLiteralToken) | token.IsKind(SyntaxKind.InterpolatedStringTextToken) && text.Contains("nonce")) == false)
            {
                file.Report(DiagnosticDescriptors.MissingNonce, field.Value.Node, NotSent);
            }
        }
    }
}
