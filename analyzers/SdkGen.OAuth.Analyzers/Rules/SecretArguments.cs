using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>The secret among arguments without names, of types and methods that are known to take one there.</summary>
internal static class SecretArguments
{
    /// <summary>The arguments, what they are called in a message, and whether they are secrets for sure.</summary>
    public static IEnumerable<(ExpressionSyntax Argument, string Name, bool Sure)> In(CodeFile file)
    {
        foreach (var creation in file.Creations)
        {
            if (creation is ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments: { Count: > 0 } arguments } && TypeName(type) is { } name)
            {
                foreach (var found in In(name, arguments, file))
                {
                    yield return found;
                }
            }
        }

        foreach (var call in file.Calls)
        {
            if (CodeFile.NameOf(call) is { } name && Positions.TryGetValue(name, out var position) && call.ArgumentList.Arguments is var arguments
                && position < arguments.Count && arguments[position] is { NameColon: null, Expression: var argument })
            {
                yield return (argument, "clientSecret", true);
            }
        }
    }

    private static IEnumerable<(ExpressionSyntax Argument, string Name, bool Sure)> In(
        string type, SeparatedSyntaxList<ArgumentSyntax> arguments, CodeFile file)
    {
        if (type == "Secret")
        {
            // Of an authorization server: new Secret("…".Sha256()).
            var value = arguments[0].Expression;
            if (value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var hashed } } call && CodeFile.NameOf(call) is "Sha256" or "Sha512" or "ToSha256")
            {
                yield return (hashed, "clientSecret", true);
            }
        }
        else if (type == "OAuth2Authenticator")
        {
            // With fewer arguments it is the one for the implicit grant, which has no secret.
            if (arguments.Count >= 6)
            {
                yield return (arguments[1].Expression, "clientSecret", true);
            }
        }
        else if (Positions.TryGetValue(type, out var position))
        {
            if (position < arguments.Count && arguments[position] is { NameColon: null, Expression: var argument })
            {
                yield return (argument, "clientSecret", true);
            }
        }
        else if (IsClient(type))
        {
            // An id, and behind it what looks like a secret.
            for (var i = 1; i < arguments.Count; i++)
            {
                if (arguments[i] is { NameColon: null, Expression: LiteralExpressionSyntax literal } && arguments[i - 1].Expression is LiteralExpressionSyntax or IdentifierNameSyntax
                    && (arguments[i - 1].Expression is LiteralExpressionSyntax id ? IsId(id.Token.ValueText) : OAuthNames.OfIdentifier(CodeFile.NameOf(arguments[i - 1].Expression)) == OAuthNames.ClientId))
                {
                    yield return (literal, "clientSecret", false);
                }
            }
        }
    }

    private static bool IsClient(string type) =>
        type.EndsWith("Client", StringComparison.Ordinal) || type.EndsWith("Credentials", StringComparison.Ordinal) || type.EndsWith("Credential", StringComparison.Ordinal)
        || type.EndsWith("Authenticator", StringComparison.Ordinal) || type.Contains("OAuth");

    private static bool IsId(string text) => text.Length is >= 6 and < 120 && text.IndexOf(' ') < 0 && !text.Contains("://");

    private static string? TypeName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        _ => null,
    };

    private static readonly Dictionary<string, int> Positions = new(StringComparer.Ordinal)
    {
        // Constructors.
        ["TokenClient"] = 2,
        ["ClientCredential"] = 1,
        ["ClientSecretCredential"] = 2,
        ["OauthTokenRequest"] = 1,
        ["ClientCredentialsRequest"] = 1,
        ["AuthorizationCodeTokenRequest"] = 1,
        ["CredentialsAuth"] = 1,
        ["TraktClient"] = 1,

        // Methods of OWIN and of DotNetOpenAuth.
        ["UseFacebookAuthentication"] = 1,
        ["UseTwitterAuthentication"] = 1,
        ["UseMicrosoftAccountAuthentication"] = 1,
        ["RegisterFacebookClient"] = 1,
        ["RegisterMicrosoftClient"] = 1,
        ["RegisterTwitterClient"] = 1,
        ["RegisterLinkedInClient"] = 1,
    };
}
