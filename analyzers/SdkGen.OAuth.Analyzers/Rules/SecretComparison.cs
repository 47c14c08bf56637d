using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH1008: a secret that a stranger can try is compared in a time that depends on how much of it is right.</summary>
internal static class SecretComparison
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.SecretComparedInVariableTime);

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        foreach (var comparison in file.Comparisons)
        {
            Check(file, comparison, comparison.Left, comparison.Right);
        }

        foreach (var call in file.Calls.Where(call => CodeFile.NameOf(call) is "Equals" or "SequenceEqual"))
        {
            if (call.ArgumentList.Arguments is [{ Expression: var first }, { Expression: var second }, ..] && CodeFile.ReceiverOf(call)?.ToString() is "string" or "String" or "Enumerable")
            {
                Check(file, call, first, second);
            }
            else if (call.ArgumentList.Arguments is [{ Expression: var only }, ..] && CodeFile.ReceiverOf(call) is { } receiver)
            {
                Check(file, call, receiver, only);
            }
        }
    }

    private static void Check(CodeFile file, ExpressionSyntax comparison, ExpressionSyntax left, ExpressionSyntax right)
    {
        // Nothing can be learned by comparing with what everybody knows.
        if (IsFixed(left) || IsFixed(right) || comparison.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not null)
        {
            return;
        }

        var name = Secret(file, left) ?? Secret(file, right);
        if (name is not null)
        {
            file.Report(DiagnosticDescriptors.SecretComparedInVariableTime, comparison, name);
        }
    }

    private static bool IsFixed(ExpressionSyntax side) => side is LiteralExpressionSyntax or DefaultExpressionSyntax or PredefinedTypeSyntax
        || side is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" or "Length" or "Count" };

    private static string? Secret(CodeFile file, ExpressionSyntax side)
    {
        if (CodeFile.NameOf(side) is not { } name
            || Words.Contains(name, "sha1", "sha256", "sha512", "md5")
            || (side is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: [>= 'A' and <= 'Z', ..] } owner } && file.Values.Symbol(owner) is null or INamedTypeSymbol))
        {
            // The member of an enumeration.
            return null;
        }

        if (OAuthNames.OfIdentifier(name) == OAuthNames.ClientSecret
            || (Words.Has(name, word => word is "hmac" or "mac") && !Words.Contains(name, "address"))
            || (Words.Has(name, word => word is "signature") && CallbackReader.Reads(file, "hmac").Concat(CallbackReader.Reads(file, "signature")).Any()))
        {
            return name;
        }

        // A state is compared once and then used up: there is little to learn, but a server loses nothing by the better comparison.
        return StateCheck.IsStateName(name) && side is IdentifierNameSyntax
            && CodeFile.MemberOf(side) is MethodDeclarationSyntax method
            && Words.Contains(method.ReturnType.ToString(), "ActionResult", "IResult")
            && method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == "state")
                ? name
                : null;
    }
}
