using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>What comes with the HTTP request that is being answered.</summary>
internal static class RequestParts
{
    private static readonly TimeSpan Time = TimeSpan.FromMilliseconds(250);

    private static readonly Regex HostPattern = new(
        """\bRequest(Message|Context)?\??\.(Host\b|Url\b(?!\.(Scheme|Segments|Query|PathAndQuery|AbsolutePath|LocalPath|Action|Content|Page|RouteUrl|Link))|RequestUri\b(?!\.(Scheme|Query|PathAndQuery|AbsolutePath|LocalPath))|GetDisplayUrl\(|GetEncodedUrl\(|GetUri\(|Headers\["(Host|X-Forwarded-Host|Origin|Referer)"\])""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Time);

    /// <summary>The part of an expression that is the host which the sender of the request named.</summary>
    public static ExpressionSyntax? Host(ExpressionSyntax expression) =>
        !NamesHost(expression) ? null
        : expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(part =>
            part is MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax && NamesHost(part)) ?? expression;

    private static bool NamesHost(SyntaxNode expression)
    {
        if (expression.Span.Length > 500)
        {
            return false;
        }

        try
        {
            return HostPattern.IsMatch(expression.ToString());
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Whether an expression is what the sender chose freely: a value of the query or form, or a parameter of an action.</summary>
    public static bool IsInput(CodeFile file, ExpressionSyntax expression) => expression switch
    {
        ElementAccessExpressionSyntax { Expression: var owner } => IsInputOwner(owner),
        InvocationExpressionSyntax call => CodeFile.ReceiverOf(call) is { } owner && CodeFile.NameOf(call) is "Get" or "GetValues" or "ToString" or "First" or "FirstOrDefault" && IsInputOwner(owner),
        IdentifierNameSyntax name => IsActionParameter(file, name),
        _ => false,
    };

    private static bool IsInputOwner(ExpressionSyntax owner)
    {
        var text = owner.Span.Length < 200 ? owner.ToString() : "";
        return text is "Request" || text.EndsWith("Request.Query", StringComparison.Ordinal) || text.EndsWith("Request.QueryString", StringComparison.Ordinal)
            || text.EndsWith("Request.Form", StringComparison.Ordinal) || text.EndsWith("Request.Params", StringComparison.Ordinal);
    }

    /// <summary>A parameter of a public method of a controller or page.</summary>
    private static bool IsActionParameter(CodeFile file, IdentifierNameSyntax name) =>
        name.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && method.Modifiers.Any(SyntaxKind.PublicKeyword)
        && !method.Modifiers.Any(SyntaxKind.StaticKeyword)
        && method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText)
        && method.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { Identifier.ValueText: var type } declared
        && (type.EndsWith("Controller", StringComparison.Ordinal) || type.EndsWith("PageModel", StringComparison.Ordinal) || type.EndsWith("Model", StringComparison.Ordinal)
            || declared.BaseList?.Types.Any(based => based.Type.ToString().EndsWith("Controller", StringComparison.Ordinal) || based.Type.ToString().EndsWith("PageModel", StringComparison.Ordinal)) == true)
        && file.Values.Symbol(name) is IParameterSymbol or null;
}
