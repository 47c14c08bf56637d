namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticIds
{
    // ---- 6xxx: validation switched off.
    public const string ValidationDisabled = "OAUTH6001";
    public const string SignatureNotVerified = "OAUTH6002";
    public const string HttpsNotRequired = "OAUTH6003";
    public const string DiscoveryRelaxed = "OAUTH6004";
    public const string WeakSigningKey = "OAUTH6005";
    public const string UnvalidatedClaims = "OAUTH6006";
    public const string ForeignTokenAsLogin = "OAUTH6007";
    public const string WeakenedProvider = "OAUTH6009";
}
