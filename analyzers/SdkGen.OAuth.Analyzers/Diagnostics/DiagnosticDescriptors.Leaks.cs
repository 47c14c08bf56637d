using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor SecretWritten = SecurityWarning(
        DiagnosticIds.SecretWritten,
        "A token or secret is written where others read it",
        "'{0}' is {1} and goes into {2}, where whoever reads it can use it: write whether there is one, not what it is");

    public static readonly DiagnosticDescriptor CodeWritten = SecurityWarning(
        DiagnosticIds.CodeWritten,
        "An authorization code or verifier is written where others read it",
        "'{0}' is {1} and goes into {2}, where whoever reads it in time can use it: write that it was there, not what it is");

    public static readonly DiagnosticDescriptor TokenInUrl = SecurityWarning(
        DiagnosticIds.TokenInUrl,
        "A token is sent in a URL",
        "'{0}' carries a token in a URL, which servers, proxies and browsers write down: send it in the Authorization header, as Bearer");

    public static readonly DiagnosticDescriptor SecretInUrl = SecurityWarning(
        DiagnosticIds.SecretInUrl,
        "A secret of the token request is sent in a URL",
        "'{0}' is sent in a URL, which servers and proxies write down: send it in the body of a POST, with FormUrlEncodedContent");

    public static readonly DiagnosticDescriptor TokenInClearText = SecurityWarning(
        DiagnosticIds.TokenInClearText,
        "A token is stored in clear text",
        "'{0}' is {1} and is stored as it is in {2}: encrypt it first, or use the key store of the platform");

    public static readonly DiagnosticDescriptor TokenCookie = SecurityWarning(
        DiagnosticIds.TokenCookie,
        "A token is in a cookie that scripts or the network can read",
        "The cookie with a token needs HttpOnly and Secure: without {0} {1} can read it");

    public static readonly DiagnosticDescriptor PrintedSecret = SecurityWarning(
        DiagnosticIds.PrintedSecret,
        "A type prints its secrets",
        "The text of '{0}' contains '{1}', and so does every log that it gets into: override {2} and leave it out");
}
