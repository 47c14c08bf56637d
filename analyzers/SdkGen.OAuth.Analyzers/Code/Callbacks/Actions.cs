using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Tells the methods that answer requests: of controllers, pages and functions.</summary>
internal static class Actions
{
    public static bool Is(MethodDeclarationSyntax method) =>
        IsResult(method.ReturnType.ToString())
        || method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => Words.StartsWith(attribute.Name.ToString(), "Http", "Route", "Function"))
        || (Words.StartsWith(method.Identifier.ValueText, "OnGet", "OnPost") && method.Parent is ClassDeclarationSyntax { Identifier.ValueText: var page } && Words.Contains(page, "Model", "Page"))
        || (method.Parent is ClassDeclarationSyntax { Identifier.ValueText: var type } && type.EndsWith("Controller", StringComparison.Ordinal)
            && method.Modifiers.Any(SyntaxKind.PublicKeyword));

    private static bool IsResult(string type) => type.Contains("ActionResult") || type is "IResult" || type.Contains("<IResult>");

    /// <summary>Whether it is called by the application's own pages.</summary>
    public static bool IsPosted(MethodDeclarationSyntax method, ParameterSyntax parameter) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "HttpPost")
        || parameter.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "FromBody");
}
