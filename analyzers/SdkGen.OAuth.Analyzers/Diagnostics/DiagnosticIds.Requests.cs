namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticIds
{
    // ---- Requests that are put together by hand.
    public const string IdTokenAsBearer = "OAUTH6008";
    public const string ScopeSeparator = "OAUTH8005";
    public const string UnencodedParameter = "OAUTH8006";
}
