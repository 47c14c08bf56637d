namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticIds
{
    // ---- 3xxx: secrets.
    public const string HardCodedSecret = "OAUTH3001";
    public const string SecretInConfiguration = "OAUTH3002";
    public const string EncodedCredentials = "OAUTH3003";
    public const string HardCodedToken = "OAUTH3004";
    public const string SecretInInstalledClient = "OAUTH3005";
    public const string DummySecret = "OAUTH3006";
    public const string UnencodedCredentials = "OAUTH3007";
}
