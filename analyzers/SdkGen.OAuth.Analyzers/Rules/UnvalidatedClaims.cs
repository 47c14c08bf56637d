using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH6006: the claims of a token that was only decoded become a user.</summary>
internal static class UnvalidatedClaims
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.UnvalidatedClaims);

    private static void Run(CodeFile file)
    {
        foreach (var call in file.Calls)
        {
            if (CodeFile.NameOf(call) is not { } name || !IsReader(call, name)
                || CodeFile.MemberOf(call) is not { } member
                || IsValidated(file, member)
                || !MakesUser(file, member, call))
            {
                continue;
            }

            // A token that comes straight from the token endpoint needs no signature (OpenID Connect Core section 3.1.3.7), and in the
            // user's own browser or program there is nobody to deceive.
            var type = call.FirstAncestorOrSelf<TypeDeclarationSyntax>();
            var sure = !IsFromTokenEndpoint(file, member)
                && !file.Project.Is(ProjectKind.Installed)
                && type?.BaseList?.Types.Any(parent => parent.ToString().Contains("AuthenticationStateProvider") || parent.ToString().Contains("Handler")) != true;
            Surroundings.Report(file, DiagnosticDescriptors.UnvalidatedClaims, call.Expression is MemberAccessExpressionSyntax { Name: var node } ? node : call.Expression, sure, name);
        }
    }

    private static bool IsReader(InvocationExpressionSyntax call, string name) => name switch
    {
        "ReadJwtToken" or "ReadJsonWebToken" => true,
        "ReadToken" => CodeFile.NameOf(CodeFile.ReceiverOf(call)) is not { } receiver || receiver.IndexOf("handler", StringComparison.OrdinalIgnoreCase) >= 0
            || receiver.IndexOf("jwt", StringComparison.OrdinalIgnoreCase) >= 0,
        _ => false,
    };

    private static bool IsValidated(CodeFile file, SyntaxNode member) => file.Calls.Any(call =>
        member.Span.Contains(call.Span) && CodeFile.NameOf(call) is { } name
        && (name.Contains("ValidateToken") || name.Contains("Validate") || name.Contains("Verify") || name.Contains("Introspect")));

    /// <summary>Whether an identity is made of what was read.</summary>
    private static bool MakesUser(CodeFile file, SyntaxNode member, InvocationExpressionSyntax reader)
    {
        var variable = reader.Ancestors().OfType<VariableDeclaratorSyntax>().FirstOrDefault(declared => member.Span.Contains(declared.Span))?.Identifier.ValueText
            ?? CodeFile.NameOf(reader.Ancestors().OfType<AssignmentExpressionSyntax>().FirstOrDefault(assignment => member.Span.Contains(assignment.Span))?.Left);
        return file.Creations.Any(creation =>
            creation is ObjectCreationExpressionSyntax { Type: var type, ArgumentList: { } arguments }
            && type.ToString() is var name && (name.EndsWith("ClaimsIdentity", StringComparison.Ordinal) || name.EndsWith("ClaimsPrincipal", StringComparison.Ordinal))
            && member.Span.Contains(creation.Span)
            && (arguments.Span.Contains(reader.Span)
                || (variable is not null && arguments.DescendantNodes().OfType<IdentifierNameSyntax>().Any(identifier => ComesFrom(file, member, identifier, variable)))));
    }

    /// <summary>Whether a variable is the token, or is made of it.</summary>
    private static bool ComesFrom(CodeFile file, SyntaxNode member, IdentifierNameSyntax identifier, string token)
    {
        var name = identifier.Identifier.ValueText;
        return name == token || member.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(variable =>
            variable.Identifier.ValueText == name
            && variable.Initializer is { Value: var value }
            && value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(source => source.Identifier.ValueText == token));
    }

    private static bool IsFromTokenEndpoint(CodeFile file, SyntaxNode member) =>
        file.Groups.Any(group => group.Has(OAuthNames.GrantType) || group.Has(OAuthNames.CodeVerifier))
        || file.Calls.Any(call => member.Span.Contains(call.Span) && CodeFile.NameOf(call) is { } name
            && (name.StartsWith("RequestAuthorizationCode", StringComparison.Ordinal) || name.StartsWith("ExchangeCode", StringComparison.Ordinal)
                || name.StartsWith("AcquireToken", StringComparison.Ordinal)));
}
