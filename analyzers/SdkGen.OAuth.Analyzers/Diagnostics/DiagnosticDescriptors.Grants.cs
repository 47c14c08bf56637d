using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor PasswordGrant = SecurityWarning(
        DiagnosticIds.PasswordGrant,
        "The password grant hands the user's password to the application",
        "The password grant must not be used: sign the user in with the authorization code flow and PKCE, or use client credentials if there is no user");

    public static readonly DiagnosticDescriptor ImplicitGrant = SecurityWarning(
        DiagnosticIds.ImplicitGrant,
        "Tokens are delivered in the address of the browser",
        "This asks for tokens in the redirect, where history, referrers and other programs see them: use the response type 'code' with PKCE");

    public static readonly DiagnosticDescriptor EmbeddedBrowser = SecurityWarning(
        DiagnosticIds.EmbeddedBrowser,
        "The user signs in within a browser that the application controls",
        "An embedded browser lets the application read the password and the session: open the authorization request in the system's browser");

    public static readonly DiagnosticDescriptor RotatedTokenDropped = SecurityInfo(
        DiagnosticIds.RotatedTokenDropped,
        "A new refresh token is dropped",
        "The reply to a refresh may hold a new refresh token, and then the old one is dead: store 'refresh_token' of the reply if it is there");
}
