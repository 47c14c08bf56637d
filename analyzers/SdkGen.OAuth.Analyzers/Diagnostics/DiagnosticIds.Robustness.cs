namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticIds
{
    // ---- 8xxx: robustness.
    public const string SwallowedError = "OAUTH8001";
    public const string UncheckedTokenResponse = "OAUTH8003";
    public const string LocalExpiry = "OAUTH8004";
    public const string UncachedClientToken = "OAUTH8007";
}
