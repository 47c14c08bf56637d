using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH6002: a token is accepted without a valid signature, or sent without one.</summary>
internal static class TokenSignature
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.SignatureNotVerified);

    private const string VerifyIt = "verify it with the keys of the issuer";

    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal) { "RequireSignedTokens", "VerifySignature", "ValidateSignature" };

    private static readonly HashSet<string> Delegates = new(StringComparer.Ordinal) { "SignatureValidator", "SignatureValidatorUsingConfiguration" };

    private static readonly HashSet<string> Algorithms = new(StringComparer.Ordinal) { "ValidAlgorithms" };

    private static void Run(CodeFile file)
    {
        foreach (var setting in Setting.Of(file, Flags))
        {
            if (IsOfTokens(file, setting) && setting.IsAlwaysFalse(file) && !Surroundings.IsDevelopmentOnly(setting.Node))
            {
                // Code that looks at the signature by itself says so by a validator, or with its own key.
                var sure = setting.Name == "RequireSignedTokens" && !Surroundings.IsOptional(setting.Node);
                Report(file, setting.Node, sure, $"'{setting.Name} = false' accepts tokens without a signature", VerifyIt);
            }
        }

        foreach (var setting in Setting.Of(file, Delegates))
        {
            if (OnlyReads(setting.Value) && !Surroundings.IsDevelopmentOnly(setting.Node))
            {
                Report(file, setting.Node, !Surroundings.IsOptional(setting.Node), "This validator reads the token without its signature", "remove it, so that the signature is verified");
            }
        }

        foreach (var setting in Setting.Of(file, Algorithms))
        {
            foreach (var literal in setting.Value.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Where(expression => IsNone(file, expression)))
            {
                Report(file, literal, sure: true, "'none' is no signature", "name the algorithms that the issuer uses");
            }
        }

        foreach (var call in file.Calls)
        {
            Check(file, call);
        }
    }

    private static void Check(CodeFile file, InvocationExpressionSyntax call)
    {
        if (CodeFile.NameOf(call) is not { } name || call.Expression is not MemberAccessExpressionSyntax { Expression: var receiver, Name: var node })
        {
            return;
        }

        switch (name)
        {
            // JWT.NET
            case "DoNotVerifySignature":
                Report(file, node, sure: false, "The signature of the token is not verified", VerifyIt);
                break;
            case "WithVerifySignature" or "WithValidateSignature" when call.ArgumentList.Arguments is [{ Expression: var value }] && value.IsKind(SyntaxKind.FalseLiteralExpression):
                Report(file, node, sure: false, "The signature of the token is not verified", VerifyIt);
                break;
            case "Decode" or "DecodeToObject" when call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "verify") is { } verify
                && verify.Expression.IsKind(SyntaxKind.FalseLiteralExpression):
                Report(file, verify, sure: false, "The signature of the token is not verified", VerifyIt);
                break;

            // jose-jwt
            case "Decode" or "Encode" when call.ArgumentList.Arguments.FirstOrDefault(argument => argument.Expression.ToString() == "JwsAlgorithm.none") is { } algorithm:
                Report(file, algorithm, sure: true, "'none' is no signature", "sign with a key, and verify with it");
                break;
        }
    }

    private static void Report(CodeFile file, SyntaxNode node, bool sure, string what, string remedy)
    {
        if (!TestCode.IsLeftAlone(file))
        {
            file.Report(DiagnosticDescriptors.SignatureNotVerified, node.GetLocation(), sure ? null : DiagnosticSeverity.Warning, what, remedy);
        }
        else
        {
            Surroundings.Report(file, DiagnosticDescriptors.SignatureNotVerified, node, sure: false, what, remedy);
        }
    }

    private static bool IsOfTokens(CodeFile file, Setting setting)
    {
        if (setting.Node is AssignmentExpressionSyntax { Left: var left } && file.Values.Symbol(left) is { ContainingType.Name: var type })
        {
            return type is "TokenValidationParameters" or "ValidationParameters";
        }

        // Webhooks and packages have signatures, too.
        return setting.Name == "RequireSignedTokens" || setting.OwnerName is "ValidationParameters" or "TokenValidationParameters";
    }

    /// <summary>A validator that makes a token of the text and looks at nothing else.</summary>
    private static bool OnlyReads(ExpressionSyntax validator)
    {
        if (validator is not AnonymousFunctionExpressionSyntax function)
        {
            return false;
        }

        var result = function.ExpressionBody ?? (function.Block?.Statements.LastOrDefault() as ReturnStatementSyntax)?.Expression;
        var reads = result is not null && (IsRead(result) || (function.Block is { } block && result is IdentifierNameSyntax
            && block.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(variable => variable.Initializer is { Value: var value } && IsRead(value))));
        return reads && !function.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            CodeFile.NameOf(call) is { } name && (name.Contains("Verify") || name.Contains("Validate") || name.Contains("Hash") || name.Contains("Check")));

        static bool IsRead(ExpressionSyntax expression) => expression switch
        {
            ObjectCreationExpressionSyntax { Type: var type } => type.ToString() is var text && (text.EndsWith("JwtSecurityToken", StringComparison.Ordinal) || text.EndsWith("JsonWebToken", StringComparison.Ordinal)),
            InvocationExpressionSyntax call => CodeFile.NameOf(call) is "ReadJwtToken" or "ReadToken" or "ReadJsonWebToken",
            CastExpressionSyntax cast => IsRead(cast.Expression),
            BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.AsExpression) && IsRead(binary.Left),
            _ => false,
        };
    }

    private static bool IsNone(CodeFile file, ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText.Equals("none", StringComparison.OrdinalIgnoreCase),
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText == "None" && CodeFile.NameOf(member.Expression) is "SecurityAlgorithms",
        _ => false,
    };
}
