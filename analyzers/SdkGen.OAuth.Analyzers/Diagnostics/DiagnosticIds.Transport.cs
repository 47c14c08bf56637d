namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticIds
{
    // ---- 4xxx: transport and redirects. OAUTH4001 is declared beside the rules on interfaces.
    public const string UnsafeRedirectUri = "OAUTH4002";
    public const string RedirectUriFromRequest = "OAUTH4003";
    public const string RedirectFromRequest = "OAUTH4004";
    public const string CertificateNotChecked = "OAUTH4005";
    public const string TokenToAnyHost = "OAUTH4006";
}
