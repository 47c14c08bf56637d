using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor PasswordGrant = SecurityWarning(
        DiagnosticIds.PasswordGrant,
        "The password grant hands the user's password to the application",
        "The password grant must not be used: sign the user in with the authorization code flow and PKCE, or use client credentials if there is no user");
}
