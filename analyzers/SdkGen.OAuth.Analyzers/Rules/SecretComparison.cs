using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        if (IsFixed(file, left) || IsFixed(file, right) || AreTwins(left, right) || comparison.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not null)
        {
            return;
        }

        var name = Secret(file, left) ?? Secret(file, right);
        if (name is not null)
        {
            file.ReportFixable(DiagnosticDescriptors.SecretComparedInVariableTime, comparison, InFixedTime(file, comparison, left, right), name);
        }
    }

    /// <summary>The same question, asked in a fixed time. Nothing is equal to nothing: a secret that is missing is never right.</summary>
    private static string? InFixedTime(CodeFile file, ExpressionSyntax comparison, ExpressionSyntax left, ExpressionSyntax right)
    {
        // Each side is written twice, and so has to be the same each time.
        if (!IsPlainText(file, left) || !IsPlainText(file, right) || file.Project.Compilation.GetTypeByMetadataName("System.Security.Cryptography.CryptographicOperations") is null)
        {
            return null;
        }

        const string Bytes = "System.Text.Encoding.UTF8.GetBytes";
        var equal = $"{left.WithoutTrivia()} is not null && {right.WithoutTrivia()} is not null && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals({Bytes}({left.WithoutTrivia()}), {Bytes}({right.WithoutTrivia()}))";
        return comparison.IsKind(SyntaxKind.NotEqualsExpression) ? $"!({equal})" : $"({equal})";
    }

    private static bool IsPlainText(CodeFile file, ExpressionSyntax side) =>
        (side is IdentifierNameSyntax || side is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } })
        && file.Model.GetTypeInfo(side, file.CancellationToken).Type?.SpecialType == SpecialType.System_String;

    private static bool IsFixed(CodeFile file, ExpressionSyntax side) => side is LiteralExpressionSyntax or DefaultExpressionSyntax or PredefinedTypeSyntax
        || side is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" or "Length" or "Count" }
        || (side is IdentifierNameSyntax or MemberAccessExpressionSyntax && (file.Constant(side) is not null || Words.Contains(CodeFile.NameOf(side), "placeholder", "default", "dummy")));

    /// <summary>The same member of two objects, as <c>Equals</c> compares them.</summary>
    private static bool AreTwins(ExpressionSyntax left, ExpressionSyntax right) =>
        left is MemberAccessExpressionSyntax && right is MemberAccessExpressionSyntax && CodeFile.NameOf(left) == CodeFile.NameOf(right)
        && left.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText is "Equals" or "CompareTo";

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
