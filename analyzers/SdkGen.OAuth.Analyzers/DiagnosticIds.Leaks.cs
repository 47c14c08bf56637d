namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticIds
{
    // ---- 5xxx: tokens that leak.
    public const string SecretWritten = "OAUTH5001";
    public const string CodeWritten = "OAUTH5002";
}
