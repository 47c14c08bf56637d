namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticIds
{
    // ---- 5xxx: tokens that leak.
    public const string SecretWritten = "OAUTH5001";
    public const string CodeWritten = "OAUTH5002";
    public const string TokenInUrl = "OAUTH5003";
    public const string SecretInUrl = "OAUTH5004";
    public const string TokenInClearText = "OAUTH5005";
    public const string TokenCookie = "OAUTH5006";
    public const string PrintedSecret = "OAUTH5008";
}
