using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH2003: the PKCE challenge is the verifier itself. On a declaration the same is found by <c>ProviderCheck</c>.</summary>
internal static class PlainChallenge
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.PlainChallenge);

    private const string Method = "With 'plain' whoever reads this request can redeem a stolen code: send the S256 challenge and code_challenge_method=S256";
    private const string Verifier = "This challenge is the verifier itself, and without a method it is taken as 'plain': send the S256 challenge and code_challenge_method=S256";

    /// <summary>Providers that are known to know nothing better.</summary>
    private static readonly string[] PlainOnly = ["myanimelist.net"];

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        foreach (var field in file.Fields.Where(field => field.Name == OAuthNames.CodeChallengeMethod && IsPlain(field) && !IsName(field)))
        {
            Report(file, field, Method, Hashed(file, field));
        }

        foreach (var group in file.Groups)
        {
            if (group.Find(OAuthNames.CodeChallenge) is { Value.Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } challenge
                && (challenge.IsOnWire || group.IsOAuth)
                && !group.Has(OAuthNames.CodeChallengeMethod)
                && group.Has(OAuthNames.ClientId)
                && OAuthNames.OfIdentifier(CodeFile.NameOf(challenge.Value.Expression)) == OAuthNames.CodeVerifier
                && !MentionsMethod(challenge.Key))
            {
                Report(file, challenge, Verifier, hashed: null);
            }
        }
    }

    private static bool IsPlain(OAuthField field) =>
        string.Equals(field.Value.Text, "plain", StringComparison.OrdinalIgnoreCase)
        || (field.Value.Text is null && field.Shape is not FieldShape.Variable && field.Value.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Plain" });

    /// <summary>A constant that names the method is a name, until somebody sends it.</summary>
    private static bool IsName(OAuthField field) =>
        field is { Shape: FieldShape.Variable } && (Words.Contains(field.Written, "plain", "default") || CodeFile.MemberOf(field.Key) is FieldDeclarationSyntax constant && constant.Modifiers.Any(Microsoft.CodeAnalysis.CSharp.SyntaxKind.ConstKeyword));

    private static bool MentionsMethod(SyntaxNode key) =>
        CodeFile.MemberOf(key)?.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal => literal.Token.Value is string text && text.Contains("challenge_method")) == true;

    /// <summary>The S256 challenge, where the challenge beside the method is the verifier: then both can be changed, and not one without the other.</summary>
    private static string? Hashed(CodeFile file, OAuthField method) =>
        file.Groups.First(group => group.Fields.Contains(method)).Find(OAuthNames.CodeChallenge) is { Value.Expression: { } challenge }
        && challenge is IdentifierNameSyntax or MemberAccessExpressionSyntax
        && OAuthNames.OfIdentifier(CodeFile.NameOf(challenge)) == OAuthNames.CodeVerifier
            ? S256.Of(file, challenge)
            : null;

    private static void Report(CodeFile file, OAuthField field, string message, string? hashed)
    {
        var known = PlainOnly.Concat(file.Options.PlainPkceHosts).ToArray();
        if (file.Texts.Exists(text => known.Any(host => text.Shape.Contains(host))))
        {
            file.ReportInfo(DiagnosticDescriptors.PlainChallenge, field.Value.Node, message);
        }
        else
        {
            file.ReportFixable(DiagnosticDescriptors.PlainChallenge, field.Value.Node, hashed, message);
        }
    }
}
