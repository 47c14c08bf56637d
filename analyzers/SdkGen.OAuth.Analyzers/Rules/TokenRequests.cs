using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>Calls that ask for a token, by a library or by hand.</summary>
internal static class TokenRequests
{
    private static readonly HashSet<string> OfLibraries = new(StringComparer.Ordinal)
    {
        // SdkGen
        "RequestClientTokenAsync", "RedeemAuthorizationCodeAsync", "SignInWithBrowserAsync", "SignInWithDeviceCodeAsync", "WaitForDeviceTokenAsync", "ExchangeTokenAsync",

        // IdentityModel, MSAL, OpenIddict
        "RequestClientCredentialsTokenAsync", "RequestAuthorizationCodeTokenAsync", "RequestRefreshTokenAsync", "RequestPasswordTokenAsync", "RequestTokenAsync",
        "AuthenticateWithClientCredentialsAsync", "AuthenticateWithRefreshTokenAsync",
    };

    private static readonly string[] Sending = ["Post", "Send", "Perform", "Execute", "Upload", "GetResponse", "GetAsync", "GetString", "Download", "Fetch"];

    /// <summary>Whether a call asks for a token.</summary>
    public static bool Is(CodeFile file, InvocationExpressionSyntax call)
    {
        if (CodeFile.NameOf(call) is not { } name)
        {
            return false;
        }

        return OfLibraries.Contains(name)
            || (name == "RefreshTokenAsync" && call.ArgumentList.Arguments.Count > 0 && file.Values.Symbol(call) is { ContainingNamespace: { Name: "OAuth", ContainingNamespace.Name: "SdkGen" } })
            || (Sends(name) && HasTokenFields(file, call));
    }

    public static bool Sends(string name) => Array.Exists(Sending, prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Whether the fields of a token request stand in the same member, or belong to what the call is made on.</summary>
    private static bool HasTokenFields(CodeFile file, SyntaxNode call) =>
        CodeFile.MemberOf(call) is { } member and not CompilationUnitSyntax
        && file.Fields.Any(field =>
            field.Name is OAuthNames.GrantType or OAuthNames.ClientSecret or OAuthNames.CodeVerifier
            && field.Shape is not FieldShape.Variable
            && member.Span.Contains(field.Key.Span));
}
