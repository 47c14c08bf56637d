using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH2004: a code can be redeemed by whoever gets hold of it. On a declaration the same is found by <c>ProviderCheck</c>.</summary>
internal static class MissingChallenge
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.NoChallenge);

    private const string SwitchedOff = "Remove this: PKCE is on by default, and a provider that does not know it ignores it";
    private const string Public = "This code is redeemed with nothing but the client's public id, so that whoever steals it can do so, too: send code_challenge with the authorization request and code_verifier here";

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        foreach (var assignment in file.Assignments.Where(assignment => CodeFile.NameOf(assignment.Left) is "UsePkce" or "UsePKCE" && assignment.Right is LiteralExpressionSyntax { Token.ValueText: "false" }))
        {
            // A confidential client has its secret, and OpenID Connect its nonce.
            var group = file.Groups.FirstOrDefault(group => group.Fields.Any(field => field.Key.Parent?.Parent == assignment.Parent || field.Key.Parent?.Parent?.Parent == assignment.Parent?.Parent));
            file.Report(
                DiagnosticDescriptors.NoChallenge,
                assignment.GetLocation(),
                group?.Has(OAuthNames.ClientSecret) == true ? DiagnosticSeverity.Info : null,
                SwitchedOff);
        }

        foreach (var group in file.Groups)
        {
            if (group.Find(OAuthNames.GrantType) is { Value.Text: "authorization_code", IsOnWire: true } grant
                && group.Find(OAuthNames.Code) is { Value: { Text: null, Expression: not null } }
                && group.Find(OAuthNames.ClientId) is not null
                && !group.Has(OAuthNames.CodeVerifier) && !group.Has(OAuthNames.ClientSecret) && !group.Has(OAuthNames.ClientAssertion)
                && !AuthenticatesElsewhere(file, grant.Key))
            {
                file.Report(DiagnosticDescriptors.NoChallenge, grant.Key.GetLocation(), null, Public);
            }
        }
    }

    /// <summary>Whether the member, or a field of its type, knows of a secret, a header or a verifier.</summary>
    private static bool AuthenticatesElsewhere(CodeFile file, SyntaxNode node)
    {
        SyntaxNode? type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        type ??= file.Root;
        foreach (var token in type.DescendantTokens())
        {
            if (token.Value is string text && (Words.Contains(text, "secret", "verifier", "client_assertion") || text.Contains("Basic")))
            {
                return true;
            }
        }

        return false;
    }
}
