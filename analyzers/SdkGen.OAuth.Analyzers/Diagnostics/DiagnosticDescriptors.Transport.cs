using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor UnsafeRedirectUri = SecurityWarning(
        DiagnosticIds.UnsafeRedirectUri,
        "A redirect URI lets others receive the code",
        "'{0}' {1}: register one exact https URL, or a loopback address for a program that users install");

    public static readonly DiagnosticDescriptor RedirectUriFromRequest = SecurityWarning(
        DiagnosticIds.RedirectUriFromRequest,
        "The redirect URI is made from the host of the request",
        "Whoever sends the request chooses its host, and so where the code is sent: take the redirect URI from configuration");

    public static readonly DiagnosticDescriptor RedirectFromRequest = SecurityWarning(
        DiagnosticIds.RedirectFromRequest,
        "The request says where the browser is sent",
        "'{0}' comes with the request and leads wherever its sender wants: {1}");

    public static readonly DiagnosticDescriptor CertificateNotChecked = SecurityWarning(
        DiagnosticIds.CertificateNotChecked,
        "The server's certificate is not checked",
        "Every certificate is accepted, so that anybody on the way can read and answer token requests: remove this, and let development machines trust the certificate");

    public static readonly DiagnosticDescriptor TokenToAnyHost = SecurityInfo(
        DiagnosticIds.TokenToAnyHost,
        "A token is added to a request whose host nobody looked at",
        "{0}: add it only to requests for the hosts that the token is meant for");
}
