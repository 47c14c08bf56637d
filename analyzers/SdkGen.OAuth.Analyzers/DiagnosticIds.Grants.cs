namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticIds
{
    // ---- 7xxx: grants and browsers that RFC 9700 forbids.
    public const string PasswordGrant = "OAUTH7001";
}
