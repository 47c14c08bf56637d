using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH8001: nobody learns why there is no token.</summary>
internal static class SwallowedError
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.SwallowedError);

    private static void Run(CodeFile file)
    {
        foreach (var statement in file.Tries)
        {
            if (statement.Catches.FirstOrDefault(IsSilent) is not { } silent || IsAllowed(statement))
            {
                continue;
            }

            if (file.Calls.Any(call => statement.Block.Span.Contains(call.Span) && TokenRequests.Is(file, call)))
            {
                Surroundings.Report(file, DiagnosticDescriptors.SwallowedError, silent, sure: false);
            }
        }
    }

    /// <summary>A handler that takes everything, or all of OAuth's errors, and tells nobody: it is empty, or only goes on with a constant.</summary>
    private static bool IsSilent(CatchClauseSyntax handler)
    {
        if (handler.Filter is not null || (handler.Declaration?.Type.ToString() is { } type && !IsGeneral(type)))
        {
            return false;
        }

        var exception = handler.Declaration?.Identifier.ValueText;
        return handler.Block.Statements.All(statement => statement switch
        {
            ReturnStatementSyntax { Expression: var value } => IsNothing(value),
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: var value } } => IsNothing(value),
            _ => false,
        }) && (exception is null or "" || !handler.Block.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == exception));
    }

    private static bool IsGeneral(string type) => type.Substring(type.LastIndexOf('.') + 1)
        is "Exception" or "OAuthException" or "HttpRequestException" or "WebException" or "MsalException" or "MsalServiceException" or "ApiException";

    private static bool IsNothing(ExpressionSyntax? value) => value switch
    {
        null or LiteralExpressionSyntax or DefaultExpressionSyntax => true,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText is "Empty" or "CompletedTask",
        InvocationExpressionSyntax call => CodeFile.NameOf(call) is "FromResult" && call.ArgumentList.Arguments is [{ Expression: var result }] && IsNothing(result),
        PostfixUnaryExpressionSyntax unary => IsNothing(unary.Operand),
        _ => false,
    };

    /// <summary>A method that says by its name that it may fail, or a loop that tries again.</summary>
    private static bool IsAllowed(TryStatementSyntax statement) =>
        statement.FirstAncestorOrSelf<SyntaxNode>(node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax) is MethodDeclarationSyntax { Identifier.ValueText: var name }
            && name.StartsWith("Try", StringComparison.Ordinal)
        || statement.Ancestors().TakeWhile(node => node is not MemberDeclarationSyntax).Any(node => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
}
