namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticIds
{
    // ---- 2xxx: PKCE and nonce. OAUTH2003 and OAUTH2004 stand with the rules on declarations.
    public const string ConstantVerifier = "OAUTH2001";
    public const string WeakVerifier = "OAUTH2002";
    public const string SharedVerifier = "OAUTH2005";
    public const string MissingNonce = "OAUTH2006";
    public const string WrongChallenge = "OAUTH2007";
}
