using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH5006: a cookie holds a token, and scripts or the network can read it.</summary>
internal static class TokenCookie
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.TokenCookie);

    private static void Run(CodeFile file)
    {
        if (TestCode.Weigh(file, DiagnosticSeverity.Warning) is not { } severity)
        {
            return;
        }

        var secrets = new SecretReader(file);
        foreach (var call in file.Calls)
        {
            if (CodeFile.NameOf(call) == "Append"
                && CodeFile.NameOf(CodeFile.ReceiverOf(call)) == "Cookies"
                && call.ArgumentList.Arguments is [{ Expression: var name }, { Expression: var value }, ..]
                && HoldsToken(file, secrets, name, value)
                && Missing(file, call) is { } missing)
            {
                file.Report(DiagnosticDescriptors.TokenCookie, call.GetLocation(), severity, missing, missing == "HttpOnly" ? "every script" : "everybody on the way");
            }
        }

        foreach (var creation in file.Creations)
        {
            if (creation is ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments: [{ Expression: var name }, { Expression: var value }] }
                && type.ToString() is "HttpCookie" or "System.Web.HttpCookie"
                && HoldsToken(file, secrets, name, value)
                && Missing(file, creation, CodeFile.MemberOf(creation)) is { } missing)
            {
                file.Report(DiagnosticDescriptors.TokenCookie, creation.GetLocation(), severity, missing, missing == "HttpOnly" ? "every script" : "everybody on the way");
            }
        }
    }

    private static bool HoldsToken(CodeFile file, SecretReader secrets, ExpressionSyntax name, ExpressionSyntax value)
    {
        var called = file.Constant(name);
        return !Words.Of(called).Exists(word => word is "xsrf" or "csrf" or "antiforgery")
            && (secrets.KindOf(value) is SecretKind.Token or SecretKind.TokenReply
                || (SecretNames.IsAnyToken(called) && CodeFile.NameOf(value) is { } given && SecretNames.IsAnyToken(given)));
    }

    /// <summary>What the options of a cookie lack, or nothing if that cannot be seen.</summary>
    private static string? Missing(CodeFile file, InvocationExpressionSyntax call)
    {
        if (call.ArgumentList.Arguments.Count < 3)
        {
            return "HttpOnly";
        }

        var options = call.ArgumentList.Arguments[2].Expression;
        var creation = options as BaseObjectCreationExpressionSyntax
            ?? (options is IdentifierNameSyntax && file.Values.Given(options) is [BaseObjectCreationExpressionSyntax given] ? given : null);
        return creation is null ? null : Missing(file, creation, CodeFile.MemberOf(call));
    }

    private static string? Missing(CodeFile file, BaseObjectCreationExpressionSyntax creation, SyntaxNode? member)
    {
        foreach (var flag in new[] { "HttpOnly", "Secure" })
        {
            var set = creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(assignment => CodeFile.NameOf(assignment.Left) == flag)?.Right
                ?? file.Assignments.Find(assignment => assignment.Left is MemberAccessExpressionSyntax && CodeFile.NameOf(assignment.Left) == flag && CodeFile.MemberOf(assignment) == member)?.Right;
            if (set is null || set.IsKind(SyntaxKind.FalseLiteralExpression))
            {
                return flag;
            }
        }

        return null;
    }
}
