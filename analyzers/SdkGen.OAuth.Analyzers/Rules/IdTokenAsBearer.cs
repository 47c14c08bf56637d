using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH6008: an ID token in an <c>Authorization</c> header.</summary>
internal static class IdTokenAsBearer
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.IdTokenAsBearer);

    private static void Run(CodeFile file)
    {
        foreach (var value in BearerHeaders.Of(file))
        {
            Check(file, value);
        }
    }

    private static void Check(CodeFile file, ExpressionSyntax value)
    {
        if (IsIdToken(file, value) || file.Values.Origins(value) is { Count: > 0 and < 4 } origins && origins.TrueForAll(origin => IsIdToken(file, origin)))
        {
            Surroundings.Report(file, DiagnosticDescriptors.IdTokenAsBearer, value, sure: !TakesIdTokens(file));
        }
    }

    private static bool IsIdToken(CodeFile file, ExpressionSyntax value) => value switch
    {
        InvocationExpressionSyntax call => CodeFile.NameOf(call) is "GetTokenAsync" or "GetTokenValue" or "GetString" or "Value" or "GetValue"
            && call.ArgumentList.Arguments.Any(argument => OAuthNames.Of(file.Constant(argument.Expression)) == OAuthNames.IdToken),
        AwaitExpressionSyntax await => IsIdToken(file, await.Expression),
        ParenthesizedExpressionSyntax parenthesized => IsIdToken(file, parenthesized.Expression),
        PostfixUnaryExpressionSyntax unary => IsIdToken(file, unary.Operand),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } => OAuthNames.Of(file.Constant(key)) == OAuthNames.IdToken,
        _ => OAuthNames.OfIdentifier(CodeFile.NameOf(value)) == OAuthNames.IdToken,
    };

    /// <summary>Some platforms take ID tokens for calls from one service to another, or of their own clients.</summary>
    private static bool TakesIdTokens(CodeFile file)
    {
        var text = file.Root.SyntaxTree.GetText(file.CancellationToken).ToString();
        return Platforms.Any(platform => text.IndexOf(platform, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static readonly string[] Platforms = ["firebase", "run.app", "cloudfunctions", "OidcToken", "cognito", "amazonaws", "Google.Apis.Auth"];
}
