namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticIds
{
    // ---- Tokens that are bound to a key, and clients with a certificate.
    public const string BindingWithoutToken = "OAUTH0039";
    public const string BoundTokenMisplaced = "OAUTH0040";
    public const string AliasWithoutCertificate = "OAUTH0041";
    public const string CertificateWithoutTls = "OAUTH0042";
}
