using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH8003: a token response is used without a look at whether it is one.</summary>
internal static class UncheckedTokenResponse
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.UncheckedTokenResponse);

    private static void Run(CodeFile file)
    {
        foreach (var method in file.Methods)
        {
            if (!file.Fields.Exists(field => field.Name == OAuthNames.GrantType && field.IsOnWire && method.Span.Contains(field.Key.Span)))
            {
                continue;
            }

            // HttpClient alone: the others throw by themselves, or have replies of their own.
            var send = file.Calls.Find(call => method.Span.Contains(call.Span) && CodeFile.NameOf(call) is "PostAsync" or "SendAsync"
                && file.Values.Symbol(call) is { ContainingType.Name: "HttpClient" or "HttpMessageInvoker" });
            if (send is not null && FirstRead(method, send.Span.End) is { } read && !IsChecked(method))
            {
                Surroundings.Report(file, DiagnosticDescriptors.UncheckedTokenResponse, read, sure: false);
            }
        }
    }

    private static SyntaxNode? FirstRead(SyntaxNode method, int behind) => method.DescendantNodes().FirstOrDefault(node => node.SpanStart > behind && node switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText == OAuthNames.AccessToken,
        MemberAccessExpressionSyntax member => OAuthNames.Of(member.Name.Identifier.ValueText) == OAuthNames.AccessToken,
        _ => false,
    });

    /// <summary>Whether the method looks at anything that tells an error, or whether the access token is there.</summary>
    private static bool IsChecked(SyntaxNode method) => method.DescendantNodes().Any(node => node switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText is var text
            && (text is "IsSuccessStatusCode" or "StatusCode" or "TryGetProperty" or "TryGetValue" or "ContainsKey" or "IsNullOrEmpty" or "IsNullOrWhiteSpace"
                || text.StartsWith("EnsureSuccess", StringComparison.Ordinal) || text.IndexOf("error", StringComparison.OrdinalIgnoreCase) >= 0
                || text.StartsWith("ThrowIf", StringComparison.Ordinal)),
        LiteralExpressionSyntax literal => literal.Token.ValueText.StartsWith("error", StringComparison.Ordinal),
        IsPatternExpressionSyntax or ConditionalAccessExpressionSyntax => true,
        BinaryExpressionSyntax binary => binary.Right.IsKind(SyntaxKind.NullLiteralExpression) || binary.IsKind(SyntaxKind.CoalesceExpression),
        _ => false,
    });
}
