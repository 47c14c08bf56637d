using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <content>What the name of a variable or member says, and what is read by a key.</content>
internal sealed partial class SecretReader
{
    private SecretKind? OfMember(string name, ExpressionSyntax? receiver, ExpressionSyntax whole, int variables)
    {
        if (IsConstantName(name) || (receiver is not null && ListsNames(receiver)))
        {
            return null;
        }

        var kind = SecretNames.OfIdentifier(name, file.Options);
        if (kind is null && _sent.Tokens.Contains(whole.ToString()) && !name.EndsWith("Url", StringComparison.Ordinal))
        {
            kind = SecretKind.Token;
        }

        if (kind is null && (name is "code" or "Code") && _sent.Codes.Contains(whole.ToString()))
        {
            kind = SecretKind.Code;
        }

        if (kind is null && receiver is not null)
        {
            kind = OfPart(name, receiver) ?? OfRequest(name, receiver, whole) ?? OfBody(name, receiver);
        }

        if (kind is null && Words.Of(name) is ["authorization", "response"])
        {
            kind = SecretKind.Callback;
        }

        if (kind is { } known)
        {
            return IsText(whole, known) ? known : null;
        }

        // What a local variable of any name was last given.
        if (whole is IdentifierNameSyntax && variables < MaxVariables && Last(whole) is { } given)
        {
            var isToken = SecretNames.IsAnyToken(name) && given is not AnonymousFunctionExpressionSyntax && Fetched(given);
            if ((isToken && IsText(whole, SecretKind.Token)))
            {
                return SecretKind.Token;
            }

            return In(given, variables + 1) is [var secret, ..] && IsText(whole, secret.Kind) ? secret.Kind : null;
        }

        return null;
    }

    /// <summary><c>tokenResponse.Raw</c>, <c>accessToken.Value</c>, <c>login.Token</c>.</summary>
    private SecretKind? OfPart(string name, ExpressionSyntax receiver)
    {
        var owner = CodeFile.NameOf(receiver);
        if (owner is null)
        {
            return null;
        }

        if (name is "Token" or "Jwt" or "Bearer")
        {
            return Words.Of(owner).Exists(SignIn.Contains) || SecretNames.IsAnyToken(owner) ? SecretKind.Token : null;
        }

        if (name is "Code")
        {
            return Words.Of(owner) is [.., not ("error" or "exception" or "status")] and var words && words.Exists(SignIn.Contains) ? SecretKind.Code : null;
        }

        if (!Wholes.Contains(name))
        {
            return null;
        }

        return SecretNames.OfIdentifier(owner, file.Options) is { } kind and (SecretKind.Token or SecretKind.TokenReply or SecretKind.ClientSecret) ? kind
            : SecretNames.IsAnyToken(owner) && name is not ("Text" or "Value") ? SecretKind.Token
            : null;
    }

    /// <summary>The body of a reply that a library has read already.</summary>
    private SecretKind? OfBody(string name, ExpressionSyntax receiver) =>
        name is "Content" or "text" or "Body" or "ResponseText" && TokenReplies.IsOne(file, receiver) ? SecretKind.TokenReply : null;

    /// <summary>The whole query or URL of a request that a method takes a code from.</summary>
    private static SecretKind? OfRequest(string name, ExpressionSyntax receiver, SyntaxNode whole) =>
        name is "QueryString" or "Query" or "RawUrl" or "Url" or "RequestUri"
        && CodeFile.NameOf(receiver) is "Request" or "request"
        && CodeFile.MemberOf(whole) is { } member
        && (member.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal => literal.Token.ValueText == "code")
            || member.DescendantNodes().OfType<ParameterSyntax>().Any(parameter => parameter.Identifier.ValueText == "code"))
            ? SecretKind.Callback
            : null;

    private SecretKind? OfKey(ExpressionSyntax receiver, ExpressionSyntax key)
    {
        if (key is RangeExpressionSyntax || file.Constant(key) is not { } text)
        {
            return null;
        }

        var name = text.Substring(text.LastIndexOf(':') + 1);
        return OAuthNames.Of(name) is OAuthNames.Code ? (IsCallback(receiver) ? SecretKind.Code : null)
            : OAuthNames.OfIdentifier(name) is { } registered && registered != OAuthNames.Code ? SecretNames.OfParameter(registered)
            : null;
    }
}
