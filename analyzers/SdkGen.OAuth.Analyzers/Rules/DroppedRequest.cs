using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH1006, of this library: a request is made, and nothing but its URL is kept.</summary>
internal static class DroppedRequest
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.StateNeverCompared);

    private const string Dropped = "Only the URL of this request is used: keep the request, with Protect in a cookie or in the session, or no callback can be checked and no code redeemed";

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        foreach (var call in file.Calls.Where(call => Words.StartsWith(CodeFile.NameOf(call), "Create", "Start", "Begin", "SignIn", "Login", "Authorize")))
        {
            if (call.Parent is not AwaitExpressionSyntax await || !IsRequest(file, call))
            {
                continue;
            }

            SyntaxNode outer = await;
            while (outer.Parent is ParenthesizedExpressionSyntax || (outer.Parent is InvocationExpressionSyntax configured && CodeFile.NameOf(configured) == "ConfigureAwait"))
            {
                outer = outer.Parent;
            }

            var dropped = outer.Parent switch
            {
                ExpressionStatementSyntax => true,
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Uri" or "State" } => true,
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } => true,
                EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => IsDropped(variable),
                _ => false,
            };
            if (dropped)
            {
                file.Report(DiagnosticDescriptors.StateNeverCompared, call.Expression is MemberAccessExpressionSyntax { Name: var name } ? name : call.Expression, Dropped);
            }
        }
    }

    private static bool IsRequest(CodeFile file, InvocationExpressionSyntax call) =>
        file.Values.Symbol(call) is IMethodSymbol { ReturnType: INamedTypeSymbol { TypeArguments: [{ Name: "AuthorizationRequest", ContainingNamespace: { Name: "OAuth", ContainingNamespace.Name: "SdkGen" } }] } };

    /// <summary>Whether nothing but the URL of a variable is asked for.</summary>
    private static bool IsDropped(VariableDeclaratorSyntax variable)
    {
        var uses = CodeFile.MemberOf(variable)?.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == variable.Identifier.ValueText && !(use.Parent is MemberAccessExpressionSyntax member && member.Name == use))
            .ToList();
        return uses is not null && uses.TrueForAll(use =>
            use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Uri" or "Provider" or "ExpiresAt" or "RedirectUri" } && !use.Ancestors().Any(node => node is AnonymousFunctionExpressionSyntax));
    }
}
