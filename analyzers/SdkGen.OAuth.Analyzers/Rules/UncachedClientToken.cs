using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH8007: a client token is requested again for each request or round.</summary>
internal static class UncachedClientToken
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.UncachedClientToken);

    private const string Method = "RequestClientTokenAsync";

    private static void Run(CodeFile file)
    {
        foreach (var call in file.Calls)
        {
            if (CodeFile.NameOf(call) == Method && Place(call) is { } place && IsOfLibrary(file, call))
            {
                Surroundings.Report(file, DiagnosticDescriptors.UncachedClientToken, call.Expression is MemberAccessExpressionSyntax { Name: var name } ? name : call.Expression, sure: false, Method, place);
            }
        }
    }

    /// <summary>Where the call runs again and again, if it does.</summary>
    private static string? Place(InvocationExpressionSyntax call)
    {
        var tries = false;
        foreach (var node in call.Ancestors())
        {
            switch (node)
            {
                // A loop around that tries again.
                case TryStatementSyntax:
                    tries = true;
                    break;
                case ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax when tries:
                    return null;
                case ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax:
                    return "each round of the loop";
                case InvocationExpressionSyntax outer when CodeFile.NameOf(outer) is "MapGet" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch" or "MapMethods":
                    return "each request";
                case MethodDeclarationSyntax method:
                    return IsPerRequest(method) ? "each request" : null;
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>An action of a controller, a middleware, or a handler of outgoing requests.</summary>
    private static bool IsPerRequest(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString().StartsWith("Http", StringComparison.Ordinal))
        || (method.Identifier.ValueText == "SendAsync" && method.Modifiers.Any(modifier => modifier.ValueText == "override"))
        || (method.Identifier.ValueText is "Invoke" or "InvokeAsync" && method.ParameterList.Parameters.Any(parameter => parameter.Type?.ToString() == "HttpContext"));

    private static bool IsOfLibrary(CodeFile file, InvocationExpressionSyntax call) =>
        file.Values.Symbol(call) is not { } method || method.ContainingNamespace.ToDisplayString().StartsWith("SdkGen.OAuth", StringComparison.Ordinal)
        || method.ContainingType.AllInterfaces.Any(declared => declared.Name == "IClientCredentialsGrant");
}
