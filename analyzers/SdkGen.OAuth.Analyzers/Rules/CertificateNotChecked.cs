using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH4005: every certificate is accepted where tokens are asked for.</summary>
internal static class CertificateNotChecked
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.CertificateNotChecked);

    private static void Run(CodeFile file)
    {
        if (TestCode.IsSilent(file))
        {
            return;
        }

        foreach (var assignment in file.Assignments)
        {
            if (CodeFile.NameOf(assignment.Left) is { } name
                && name.EndsWith("ValidationCallback", StringComparison.Ordinal)
                && AcceptsAll(file, assignment.Right))
            {
                Report(file, assignment);
            }
        }

        // Unity's own way: a handler whose answer is always yes.
        foreach (var method in file.Methods.OfType<MethodDeclarationSyntax>())
        {
            if (method.Identifier.ValueText is "ValidateCertificate"
                && method.Modifiers.Any(SyntaxKind.OverrideKeyword)
                && IsAlwaysTrue(method.Body, method.ExpressionBody?.Expression))
            {
                Report(file, method.Identifier.Parent!, method.Identifier.GetLocation());
            }
        }
    }

    private static void Report(CodeFile file, SyntaxNode node, Location? location = null)
    {
        if (IsOfOtherProtocol(node) || !file.Project.SpeaksOAuth)
        {
            return;
        }

        // What a developer's machine needs, or somebody has to allow first, may be as it should.
        var isCertain = IsOAuth(file) && !Surroundings.IsDevelopmentOnly(node) && !IsAllowed(node);
        file.Report(DiagnosticDescriptors.CertificateNotChecked, location ?? node.GetLocation(), isCertain ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info);
    }

    /// <summary><c>if (options.IgnoreCertificateErrors)</c></summary>
    private static bool IsAllowed(SyntaxNode node) => node.Ancestors().OfType<IfStatementSyntax>().Any(@if =>
        @if.Statement.Span.Contains(node.Span) && @if.Condition.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => Words.Of(name.Identifier.ValueText).Exists(
            word => word is "ignore" or "skip" or "insecure" or "allow" or "disable" or "bypass" or "trust" or "accept" or "signed")));

    private static bool AcceptsAll(CodeFile file, ExpressionSyntax value)
    {
        switch (value)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return AcceptsAll(file, parenthesized.Expression);
            case CastExpressionSyntax cast:
                return AcceptsAll(file, cast.Expression);
            case LambdaExpressionSyntax lambda:
                return IsAlwaysTrue(lambda.Block, lambda.ExpressionBody);
            case AnonymousMethodExpressionSyntax anonymous:
                return IsAlwaysTrue(anonymous.Block, null);
            case ObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var inner }] }:
                return AcceptsAll(file, inner);
        }

        if (CodeFile.NameOf(value) is "DangerousAcceptAnyServerCertificateValidator")
        {
            return true;
        }

        return value is IdentifierNameSyntax or MemberAccessExpressionSyntax
            && file.Values.Symbol(value) is IMethodSymbol { DeclaringSyntaxReferences: [var reference] }
            && reference.GetSyntax(file.CancellationToken) switch
            {
                MethodDeclarationSyntax method => IsAlwaysTrue(method.Body, method.ExpressionBody?.Expression),
                LocalFunctionStatementSyntax local => IsAlwaysTrue(local.Body, local.ExpressionBody?.Expression),
                _ => false,
            };
    }

    private static bool IsAlwaysTrue(BlockSyntax? block, ExpressionSyntax? expression)
    {
        if (block is null)
        {
            return expression.IsKind(SyntaxKind.TrueLiteralExpression);
        }

        var returns = block.DescendantNodes().OfType<ReturnStatementSyntax>().ToList();
        return returns.Count > 0 && returns.TrueForAll(statement => statement.Expression.IsKind(SyntaxKind.TrueLiteralExpression));
    }

    /// <summary>Whether tokens go over the connection that this is about, as far as a file can tell.</summary>
    private static bool IsOAuth(CodeFile file) =>
        file.Fields.Exists(field => field.Name is not OAuthNames.RedirectUri && OAuthNames.IsTelling(field.Name))
        || file.Types.Exists(type => Words.Of(type.Identifier.ValueText).Exists(IsOAuthWord))
        || file.Texts.Exists(text => text.Start.StartsWith("Bearer", StringComparison.OrdinalIgnoreCase));

    private static bool IsOAuthWord(string word) =>
        word is "oauth" or "auth" or "oidc" or "openid" or "authentication" or "authorization" or "token" or "identity" or "login" or "jwt";

    private static bool IsOfOtherProtocol(SyntaxNode node)
    {
        var statement = node.FirstAncestorOrSelf<StatementSyntax>()?.ToString() ?? "";
        var type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText;
        return Words.Of(type).Exists(IsOtherProtocol) || (statement.Length < 1000 && Words.Of(CodeFile.NameOf((node as AssignmentExpressionSyntax)?.Left is MemberAccessExpressionSyntax { Expression: var owner } ? owner : null)).Exists(IsOtherProtocol));
    }

    private static bool IsOtherProtocol(string word) =>
        word is "smtp" or "imap" or "mail" or "email" or "pop" or "ldap" or "ftp" or "elastic" or "elasticsearch" or "redis" or "docker" or "kubernetes" or "mqtt" or "rabbit" or "sql" or "mongo";
}
