using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor BindingWithoutToken = Warning(
        DiagnosticIds.BindingWithoutToken,
        "Tokens are declared to be bound, and none is asked for",
        "'{0}' neither asks for an access token nor uses one, so SenderConstraint has no effect: inherit the grant, or remove this");

    public static readonly DiagnosticDescriptor BoundTokenMisplaced = Error(
        DiagnosticIds.BoundTokenMisplaced,
        "A token that is bound to a key travels in its header",
        "Tokens of '{0}' are bound to a key (DPoP), and {1}");

    public static readonly DiagnosticDescriptor AliasWithoutCertificate = Warning(
        DiagnosticIds.AliasWithoutCertificate,
        "An endpoint is for clients with a certificate, and no client has one",
        "MutualTlsEndpoint is called by clients that present a certificate: declare ClientAuthentication = ClientAuthenticationMethod.TlsClientAuth or SelfSignedTlsClientAuth, or SenderConstraint = SenderConstraint.MutualTls, or remove it");

    public static readonly DiagnosticDescriptor CertificateWithoutTls = Error(
        DiagnosticIds.CertificateWithoutTls,
        "A certificate cannot be presented without TLS",
        "'{0}' is not https, so no certificate can be presented there: state an https URL");
}
