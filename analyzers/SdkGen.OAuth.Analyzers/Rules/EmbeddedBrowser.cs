using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH7003: the user signs in within a browser that the application controls.</summary>
internal static class EmbeddedBrowser
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.EmbeddedBrowser);

    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal) { "Navigate", "LoadUrl", "LoadUrlAsync", "Load", "LoadRequest", "LoadURL" };

    private static void Run(CodeFile file)
    {
        foreach (var call in file.Calls)
        {
            if (CodeFile.NameOf(call) is not { } name)
            {
                continue;
            }

            if (Openers.Contains(name) && call.ArgumentList.Arguments is [{ Expression: var address }, ..]
                && IsBrowser(file, CodeFile.ReceiverOf(call)) && IsAuthorization(file, address))
            {
                Surroundings.Report(file, DiagnosticDescriptors.EmbeddedBrowser, call.Expression, sure: true);
            }
            else if (name is "WithUseEmbeddedWebView" && call.ArgumentList.Arguments is [{ Expression: var use }] && use.IsKind(SyntaxKind.TrueLiteralExpression))
            {
                // MSAL: the platform's own broker may be behind it.
                Surroundings.Report(file, DiagnosticDescriptors.EmbeddedBrowser, call.Expression is MemberAccessExpressionSyntax { Name: var node } ? node : call.Expression, sure: false);
            }
        }

        foreach (var assignment in file.Assignments)
        {
            if (assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Source" or "Url" or "Address", Expression: var receiver }
                && IsBrowser(file, receiver) && IsAuthorization(file, assignment.Right))
            {
                Surroundings.Report(file, DiagnosticDescriptors.EmbeddedBrowser, assignment.Left, sure: true);
            }
        }
    }

    private static bool IsBrowser(CodeFile file, ExpressionSyntax? receiver)
    {
        if (receiver is null)
        {
            return false;
        }

        var name = CodeFile.NameOf(receiver) ?? "";
        return IsBrowserName(name) || (file.Values.Symbol(receiver) is var symbol && IsBrowserName((symbol switch
        {
            ILocalSymbol { Type.Name: var type } => type,
            IFieldSymbol { Type.Name: var type } => type,
            IPropertySymbol { Type.Name: var type } => type,
            IParameterSymbol { Type.Name: var type } => type,
            _ => null,
        }) ?? ""));
    }

    private static bool IsBrowserName(string name) =>
        name.IndexOf("webView", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("webBrowser", StringComparison.OrdinalIgnoreCase) >= 0
        || name.IndexOf("chromiumBrowser", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether an address is one where an authorization server asks the user: by its parameters, or by what it is called.</summary>
    private static bool IsAuthorization(CodeFile file, ExpressionSyntax address)
    {
        var seen = address.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Where(part => part is IdentifierNameSyntax or MemberAccessExpressionSyntax or LiteralExpressionSyntax or InterpolatedStringExpressionSyntax);
        foreach (var part in seen)
        {
            if (CodeFile.NameOf(part) is { } name && IsAuthorizationName(name))
            {
                return true;
            }

            if (file.Texts.Exists(text => text.Node.Span.Contains(part.Span) && IsAuthorizationText(text.Shape)))
            {
                return true;
            }

            if (part is IdentifierNameSyntax && file.Values.Symbol(part) is ILocalSymbol or IFieldSymbol
                && file.Values.Origins(part).Exists(origin => file.Texts.Exists(text => text.Node.Span.Contains(origin.Span) && IsAuthorizationText(text.Shape))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAuthorizationText(string text) =>
        text.Contains("response_type=") || (text.Contains("client_id=") && text.Contains("redirect_uri=")) || text.Contains("/oauth2/authorize") || text.Contains("/oauth/authorize");

    private static bool IsAuthorizationName(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower == "starturl" || (lower.Contains("authoriz") || lower.Contains("oauth")) && (lower.EndsWith("url", StringComparison.Ordinal) || lower.EndsWith("uri", StringComparison.Ordinal)
            || lower.EndsWith("endpoint", StringComparison.Ordinal));
    }
}
