using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <content>Where a code is redeemed.</content>
internal static partial class CallbackReader
{
    /// <summary>What a code may be given to without being redeemed.</summary>
    private static readonly string[] NoRedeemers =
        ["IsNullOr", "Log", "Write", "Debug", "Trace", "Information", "Warn", "Error", "nameof", "NotNull", "ThrowIf", "Contains", "Escape", "Encode", "UrlEncode", "Trim", "Equals", "BadRequest", "View", "Redirect", "Ok", "Json", "Content", "Format"];

    /// <summary>Where a code is redeemed in a scope: in a token request, or by a call that has to do with tokens and logins.</summary>
    private static SyntaxNode? Use(CodeFile file, SyntaxNode scope, string name, bool strict)
    {
        foreach (var field in file.Fields)
        {
            if (field.Name == OAuthNames.Code && field.Written.IndexOf("js", StringComparison.OrdinalIgnoreCase) < 0
                && scope.Span.Contains(field.Key.Span)
                && field.Value.Expression is { } value && Mentions(value, name)
                && IsTokenRequest(file, field, scope))
            {
                return field.Value.Node;
            }
        }

        if (strict)
        {
            return null;
        }

        foreach (var node in scope.DescendantNodes())
        {
            var (list, callee) = node switch
            {
                InvocationExpressionSyntax call => (call.ArgumentList, CodeFile.NameOf(call)),
                ObjectCreationExpressionSyntax { ArgumentList: { } arguments, Type: var type } => (arguments, type.ToString()),
                _ => (null, null),
            };
            if (list is not null
                && callee is not null
                && !Words.StartsWith(callee, NoRedeemers)
                && !Words.Contains(callee, OtherCodes)
                && Words.Contains(callee, "token", "exchange", "redeem", "oauth", "authori", "access", "login", "signin", "auth", "userinfo", "openid", "connect", "callback", "complete", "handle", "credential")
                && !Words.Contains(CodeFile.NameOf((node as InvocationExpressionSyntax) is { } invocation ? CodeFile.ReceiverOf(invocation) : null), "userManager", "signInManager")
                && list.Arguments.FirstOrDefault(argument => argument.Expression is not AnonymousFunctionExpressionSyntax && Mentions(argument.Expression, name)) is { } given)
            {
                return given;
            }
        }

        return null;
    }

    /// <summary>Whether a <c>code</c> stands in a request for a token.</summary>
    public static bool IsTokenRequest(CodeFile file, OAuthField code, SyntaxNode scope)
    {
        var group = file.Groups.First(group => group.Fields.Contains(code));
        return !group.Has(OAuthNames.ResponseType)
            && (group.Text(OAuthNames.GrantType) == "authorization_code"
                || group.Has(OAuthNames.ClientSecret)
                || group.Has(OAuthNames.CodeVerifier)
                || (group.Has(OAuthNames.RedirectUri) && group.IsOAuth)
                || (group.Has(OAuthNames.GrantType) && group.Has(OAuthNames.ClientId))
                || (code.IsOnWire && file.Fields.Exists(field => scope.Span.Contains(field.Key.Span) && field.Name == OAuthNames.GrantType && field.Value.Text == "authorization_code")));
    }

    private static ArgumentSyntax? ModelUse(MethodDeclarationSyntax method, string name)
    {
        foreach (var call in method.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (!Words.StartsWith(CodeFile.NameOf(call), NoRedeemers)
                && call.ArgumentList.Arguments.FirstOrDefault(argument =>
                    argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var given } ? given == name
                    : argument.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member, Expression: IdentifierNameSyntax { Identifier.ValueText: var owner } }
                        && owner == name && IsCodeName(member)) is { } argument)
            {
                return argument;
            }
        }

        return null;
    }
}
