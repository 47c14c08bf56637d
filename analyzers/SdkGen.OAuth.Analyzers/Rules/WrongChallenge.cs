using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH2007: the challenge says S256, but is something else.</summary>
internal static class WrongChallenge
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.WrongChallenge);

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        foreach (var group in file.Groups)
        {
            if (group.Find(OAuthNames.CodeChallenge) is not { Value.Expression: { } value } challenge
                || !string.Equals(group.Text(OAuthNames.CodeChallengeMethod), "S256", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var definition = StateFields.Definition(file, value);
            if (OAuthNames.OfIdentifier(CodeFile.NameOf(value)) == OAuthNames.CodeVerifier && value is IdentifierNameSyntax or MemberAccessExpressionSyntax)
            {
                file.ReportFixable(DiagnosticDescriptors.WrongChallenge, challenge.Value.Node, S256.Of(file, value), "is the verifier itself");
            }
            else if (definition is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } call && definition.Span.Length < 500)
            {
                var text = call.ToString();
                if (text.Contains("MD5") || text.Contains("SHA1") || text.Contains("SHA512"))
                {
                    file.Report(DiagnosticDescriptors.WrongChallenge, definition, "comes from another hash");
                }
                else if (CodeFile.NameOf(call) == "ToBase64String" && text.StartsWith("Convert.", StringComparison.Ordinal)
                    && !Words.Contains(CodeFile.MemberOf(definition)?.ToString(), "Replace(", "TrimEnd(", "Split('='"))
                {
                    file.ReportFixable(DiagnosticDescriptors.WrongChallenge, definition, S256.Encode(file, call), "has the '+', '/' and '=' of plain Base64");
                }
                else if (CodeFile.NameOf(call) == "ToHexString" && text.Contains("SHA256"))
                {
                    file.ReportFixable(DiagnosticDescriptors.WrongChallenge, definition, S256.Encode(file, call), "is in hexadecimal digits");
                }
            }
        }
    }
}
