namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticIds
{
    // ---- 7xxx: grants and browsers that RFC 9700 forbids.
    public const string PasswordGrant = "OAUTH7001";
    public const string ImplicitGrant = "OAUTH7002";
    public const string EmbeddedBrowser = "OAUTH7003";
    public const string RotatedTokenDropped = "OAUTH7004";
}
