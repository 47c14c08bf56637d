using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH4004: the request says to which server the browser is sent, for the login or after it.</summary>
internal static class RedirectFromRequest
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.RedirectFromRequest);

    private static void Run(CodeFile file)
    {
        var redirects = file.Calls.Where(call => CodeFile.NameOf(call) is "Redirect" or "RedirectPermanent" && call.ArgumentList.Arguments.Count > 0).ToList();
        foreach (var call in redirects)
        {
            var target = call.ArgumentList.Arguments[0].Expression;
            if (AuthorizationServer(file, target) is { } server)
            {
                Surroundings.Report(file, DiagnosticDescriptors.RedirectFromRequest, call.Expression, sure: true, Shown(server), "take the authorization server from configuration");
            }
            else if (IsAfterLogin(file, call) && !IsChecked(call) && !BeginsWithText(file, target) && Input(file, target) is { } input && !IsOneOfSome(target, input.ToString()))
            {
                Surroundings.Report(file, DiagnosticDescriptors.RedirectFromRequest, target, sure: true, Shown(input), "use LocalRedirect, or check Url.IsLocalUrl before");
            }
        }
    }

    /// <summary>What an authorization URL begins with, if it comes with the request.</summary>
    private static ExpressionSyntax? AuthorizationServer(CodeFile file, ExpressionSyntax target)
    {
        foreach (var text in file.Texts)
        {
            if (!text.Parts.IsEmpty
                && text.Parts[0].Expression is { } start
                && target.Span.Contains(text.Node.Span)
                && text.Pairs().Any(pair => OAuthNames.Of(pair.Name) is OAuthNames.ClientId or OAuthNames.ResponseType)
                && Input(file, start) is not null
                && !IsOneOfSome(target, start.ToString()))
            {
                return start;
            }
        }

        return null;
    }

    /// <summary>Whether a branch is taken only where a value is equal to one that is known.</summary>
    private static bool IsOneOfSome(SyntaxNode node, string value)
    {
        for (var current = node; current is not null and not MemberDeclarationSyntax; current = current.Parent)
        {
            if (current.Parent is SwitchSectionSyntax { Parent: SwitchStatementSyntax @switch } && @switch.Expression.ToString() == value)
            {
                return true;
            }

            if (current.Parent is IfStatementSyntax { Condition: var condition } @if && current == @if.Statement
                && condition.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().Any(comparison =>
                    comparison.IsKind(SyntaxKind.EqualsExpression) && (comparison.Left.ToString() == value || comparison.Right.ToString() == value)))
            {
                return true;
            }
        }

        return false;
    }

    private static ExpressionSyntax? Input(CodeFile file, ExpressionSyntax value)
    {
        var origins = file.Values.Origins(value);
        return origins.Find(origin => origin.SyntaxTree == file.Root.SyntaxTree && RequestParts.IsInput(file, origin));
    }

    /// <summary>A path or a host of one's own, with what was asked for behind it.</summary>
    private static bool BeginsWithText(CodeFile file, ExpressionSyntax target) =>
        file.Texts.Exists(text => target.Span.Contains(text.Node.Span) && text.Start.Length > 0);

    /// <summary>A method that answers a callback: it reads the code, or is called so.</summary>
    private static bool IsAfterLogin(CodeFile file, SyntaxNode node) =>
        node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && (Words.Of(method.Identifier.ValueText).Contains("callback")
            || method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == "code")
            || file.Fields.Exists(field => field.Name == OAuthNames.GrantType && CodeFile.MemberOf(field.Key) == method));

    /// <summary>Whether anything in the method looks at where a URL leads.</summary>
    private static bool IsChecked(SyntaxNode node)
    {
        var method = CodeFile.MemberOf(node);
        return method is null || method.DescendantNodes().OfType<SimpleNameSyntax>().Any(name =>
            name.Identifier.ValueText is "LocalRedirect" or "IsRelative" or "IsWellFormedUriString" or "TryCreate" or "StartsWith"
            || Words.Of(name.Identifier.ValueText) is { } words
                && ((words.Contains("local") && words.Contains("url")) || words.Exists(word => word is "valid" or "validate" or "allowed" or "trusted" or "safe" or "whitelist" or "whitelisted")));
    }

    private static string Shown(ExpressionSyntax expression) => expression.Span.Length <= 60 ? expression.ToString() : CodeFile.NameOf(expression) ?? "it";
}
