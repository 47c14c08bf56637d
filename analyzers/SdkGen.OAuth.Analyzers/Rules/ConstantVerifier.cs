using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH2001: the PKCE verifier, or its challenge, is written into the program.</summary>
internal static class ConstantVerifier
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.ConstantVerifier);

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        var reported = new HashSet<SyntaxNode>();
        foreach (var field in VerifierFields.In(file))
        {
            if (Find(file, field) is { } node && reported.Add(node))
            {
                file.ReportFixable(DiagnosticDescriptors.ConstantVerifier, node, field.Name == OAuthNames.CodeVerifier ? SecureRandom.For(file, node) : null, field.Name);
            }
        }
    }

    private static SyntaxNode? Find(CodeFile file, OAuthField field)
    {
        var value = field.Value.Expression;
        var text = field.Value.Text ?? (value is null ? null : file.Values.OnlyText(value));
        if (text is null || !IsValue(text, field))
        {
            return null;
        }

        return value is null ? field.Value.Node : StateFields.Definition(file, value);
    }

    /// <summary>A verifier has at least 43 characters (RFC 7636 section 4.1), and is neither a name nor a place for a value.</summary>
    private static bool IsValue(string text, OAuthField field) =>
        text.Length >= (field.IsOnWire ? 8 : 20)
        && OAuthNames.OfIdentifier(text) is null
        && text.IndexOfAny([' ', '{', '}', '<', '>', '[', ']', '$', '%', '*', '/', ':', '\0']) < 0
        && !Words.Contains(text, "code_", "verifier", "challenge");
}
