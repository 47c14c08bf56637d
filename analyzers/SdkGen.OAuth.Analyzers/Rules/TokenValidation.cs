using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH6001: the issuer, audience or lifetime of a token is not checked.</summary>
internal static class TokenValidation
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.ValidationDisabled);

    private const string Type = "TokenValidationParameters";

    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal)
    {
        "ValidateIssuer", "ValidateAudience", "ValidateLifetime", "ValidateIssuerSigningKey", "RequireExpirationTime", "RequireAudience",
    };

    private static readonly HashSet<string> Delegates = new(StringComparer.Ordinal)
    {
        "IssuerValidator", "IssuerValidatorUsingConfiguration", "IssuerValidatorAsync", "AudienceValidator", "LifetimeValidator",
    };

    private static void Run(CodeFile file)
    {
        foreach (var setting in Setting.Of(file, Flags))
        {
            if (IsOfTokens(file, setting) && setting.IsAlwaysFalse(file) && !Surroundings.IsDevelopmentOnly(setting.Node) && !HasOwnCheck(file, setting))
            {
                Surroundings.Report(file, DiagnosticDescriptors.ValidationDisabled, setting.Node, IsSure(file, setting), What(setting.Name), Remedy(setting.Name));
            }
        }

        foreach (var setting in Setting.Of(file, Delegates))
        {
            if (AcceptsAll(file, setting.Value) && !Surroundings.IsDevelopmentOnly(setting.Node))
            {
                Surroundings.Report(
                    file, DiagnosticDescriptors.ValidationDisabled, setting.Node, !Surroundings.IsOptional(setting.Node), What(setting.Name), "this accepts every one. Remove it, and state the valid ones");
            }
        }

        foreach (var call in file.Calls)
        {
            // Google's library checks the audience only if it is told which.
            if (CodeFile.NameOf(call) == "ValidateAsync"
                && CodeFile.NameOf(CodeFile.ReceiverOf(call)) == "GoogleJsonWebSignature"
                && call.ArgumentList.Arguments.Count == 1)
            {
                Surroundings.Report(
                    file, DiagnosticDescriptors.ValidationDisabled, call.Expression, sure: true, "audience", "pass ValidationSettings with your client id as the Audience");
            }
        }
    }

    /// <summary>Whether the switch is one of the parameters of validation, and not one of the application's own options of that name.</summary>
    private static bool IsOfTokens(CodeFile file, Setting setting)
    {
        if (setting.Node is AssignmentExpressionSyntax { Left: var left } && file.Values.Symbol(left) is { ContainingType.Name: var type })
        {
            return type == Type;
        }

        return setting.Node is AssignmentExpressionSyntax;
    }

    /// <summary>Whether something else does what the switch would: a validator of its own, or a comparison beside it.</summary>
    private static bool HasOwnCheck(CodeFile file, Setting setting)
    {
        var subject = Subject(setting.Name);
        var member = CodeFile.MemberOf(setting.Node);
        return file.Assignments.Any(assignment =>
            CodeFile.NameOf(assignment.Left) is { } name
            && name.StartsWith(subject + "Validator", StringComparison.Ordinal)
            && assignment.Right is not LiteralExpressionSyntax
            && !AcceptsAll(file, assignment.Right)
            && member?.Span.Contains(assignment.Span) == true);
    }

    private static bool IsSure(CodeFile file, Setting setting)
    {
        // Signatures are verified all the same: this switch is about the key's certificate.
        if (setting.Name is "ValidateIssuerSigningKey" or "RequireAudience" || Surroundings.IsOptional(setting.Node))
        {
            return false;
        }

        // What a library's options are before it sets them, or checks by itself.
        var member = CodeFile.MemberOf(setting.Node);
        if (member is PropertyDeclarationSyntax)
        {
            return false;
        }

        var subject = Subject(setting.Name);
        if (member is MethodDeclarationSyntax { Identifier.ValueText: var method } && (method.Contains("Expired") || method.Contains("Refresh")))
        {
            // Who it was is read of an expired token, to be given a new one for a refresh token.
            return false;
        }

        if (setting.Name is "ValidateLifetime" or "RequireExpirationTime")
        {
            return true;
        }

        // With a key that only this program has, nobody else issues tokens, and they are for nobody else.
        if (HasOwnKey(file, setting))
        {
            return false;
        }

        if (file.Comparisons.Any(comparison => IsAbout(comparison.Left, subject) || IsAbout(comparison.Right, subject))
            || file.Calls.Any(call => IsAbout(CodeFile.ReceiverOf(call), subject)))
        {
            return false;
        }

        return setting.Name == "ValidateAudience" ? !HasScopePolicy(file) : !IsMultiTenant(file, member);
    }

    private static bool HasOwnKey(CodeFile file, Setting setting)
    {
        var member = CodeFile.MemberOf(setting.Node);
        return file.Assignments.Any(assignment =>
            CodeFile.NameOf(assignment.Left) is "IssuerSigningKey"
            && member?.Span.Contains(assignment.Span) == true
            && (assignment.Parent == setting.Node.Parent || setting.Owner is not null));
    }

    private static bool IsAbout(ExpressionSyntax? expression, string subject) =>
        CodeFile.NameOf(expression) is { } name && name.StartsWith(subject, StringComparison.OrdinalIgnoreCase) && name.Length <= subject.Length + 1;

    /// <summary>An API may go by the type and the scope of an access token in the place of its audience.</summary>
    private static bool HasScopePolicy(CodeFile file) => file.Assignments.Exists(assignment => CodeFile.NameOf(assignment.Left) == "ValidTypes") || file.Calls.Any(call =>
        CodeFile.NameOf(call) is "RequireScope" or "RequireScopes"
        || (CodeFile.NameOf(call) is "RequireClaim" or "HasClaim" && call.ArgumentList.Arguments is [{ Expression: var claim }, ..] && file.Constant(claim) is "scope" or "scp"));

    /// <summary>Each tenant has an issuer of its own.</summary>
    private static bool IsMultiTenant(CodeFile file, SyntaxNode? member) => file.Texts.Any(text =>
        text.Shape is var shape && (shape.Contains("/common") || shape.Contains("/organizations") || shape.Contains("/consumers")) && member?.Span.Contains(text.Node.Span) == true);

    /// <summary>A validator that looks at nothing: <c>(…) => true</c>, or that gives back the issuer that it was given.</summary>
    private static bool AcceptsAll(CodeFile file, ExpressionSyntax validator)
    {
        switch (validator)
        {
            case AnonymousFunctionExpressionSyntax function:
                return AcceptsAll(function.ExpressionBody ?? Returned(function.Block), First(function));
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when file.Values.Symbol(validator) is IMethodSymbol { DeclaringSyntaxReferences: [var reference] }
                && reference.GetSyntax(file.CancellationToken) is MethodDeclarationSyntax method:
                return AcceptsAll(method.ExpressionBody?.Expression ?? Returned(method.Body), method.ParameterList.Parameters.FirstOrDefault()?.Identifier.ValueText);
            default:
                return false;
        }
    }

    private static bool AcceptsAll(ExpressionSyntax? result, string? first) => result switch
    {
        LiteralExpressionSyntax => result.IsKind(SyntaxKind.TrueLiteralExpression),
        IdentifierNameSyntax name => name.Identifier.ValueText == first,
        InvocationExpressionSyntax call when CodeFile.NameOf(call) is "FromResult" => AcceptsAll(call.ArgumentList.Arguments.FirstOrDefault()?.Expression, first),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var only] } => AcceptsAll(only.Expression, first),
        _ => false,
    };

    /// <summary>What a body returns that does nothing else.</summary>
    private static ExpressionSyntax? Returned(BlockSyntax? body) => body?.Statements is [ReturnStatementSyntax { Expression: var value }] ? value : null;

    private static string? First(AnonymousFunctionExpressionSyntax function) => function switch
    {
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters.FirstOrDefault()?.Identifier.ValueText,
        SimpleLambdaExpressionSyntax lambda => lambda.Parameter.Identifier.ValueText,
        AnonymousMethodExpressionSyntax method => method.ParameterList?.Parameters.FirstOrDefault()?.Identifier.ValueText,
        _ => null,
    };

    private static string Subject(string name) =>
        name.Contains("SigningKey") ? "IssuerSigningKey" : name.Contains("Issuer") ? "Issuer" : name.Contains("Audience") ? "Audience" : "Lifetime";

    private static string What(string name) => Subject(name) switch
    {
        "IssuerSigningKey" => "signing key",
        "Issuer" => "issuer",
        "Audience" => "audience",
        _ => "lifetime",
    };

    private static string Remedy(string name) => Subject(name) switch
    {
        "Issuer" => "leave the check on, and state ValidIssuer, or the Authority that it is read from",
        "Audience" => "leave the check on, and state ValidAudience; otherwise a token for another application is accepted",
        "Lifetime" => "leave the check on; otherwise a stolen token is good for ever",
        _ => "leave the check on",
    };
}
