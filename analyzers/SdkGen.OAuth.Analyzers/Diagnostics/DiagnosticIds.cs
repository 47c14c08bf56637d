namespace SdkGen.OAuth.Analyzers;

/// <summary>The ids of all rules. An id that has shipped is never used for anything else.</summary>
internal static partial class DiagnosticIds
{
    // ---- 0xxx: mistakes in an attributed interface. The interface itself.
    public const string InterfaceNotPartial = "OAUTH0001";
    public const string GenericInterface = "OAUTH0002";
    public const string InaccessibleInterface = "OAUTH0003";
    public const string ContainingTypeNotPartial = "OAUTH0004";
    public const string StaticAbstractMember = "OAUTH0005";
    public const string NameTaken = "OAUTH0006";
    public const string NothingDeclared = "OAUTH0007";
    public const string OldLanguageVersion = "OAUTH0008";

    // ---- Its methods.
    public const string MethodWithoutRequestAttribute = "OAUTH0010";
    public const string SeveralRequestAttributes = "OAUTH0011";
    public const string WrongReturnType = "OAUTH0012";
    public const string MissingParameter = "OAUTH0013";
    public const string UnsupportedParameterType = "OAUTH0014";
    public const string ReservedParameter = "OAUTH0015";
    public const string DuplicateParameter = "OAUTH0016";
    public const string GenericMethod = "OAUTH0017";
    public const string NoJsonSerializerContext = "OAUTH0018";
    public const string NotAMethod = "OAUTH0019";

    // ---- What its attributes say.
    public const string NoEndpoint = "OAUTH0020";
    public const string DuplicateUserInfo = "OAUTH0021";
    public const string InvalidUrl = "OAUTH0022";
    public const string UnknownVariable = "OAUTH0023";
    public const string UnusedVariable = "OAUTH0024";
    public const string HostChosenByMessage = "OAUTH0025";
    public const string InvalidVariable = "OAUTH0026";
    public const string InvalidScope = "OAUTH0027";
    public const string OfflineAccessWithoutRefresh = "OAUTH0028";
    public const string MessageNotDeclared = "OAUTH0029";
    public const string ContradictoryParameter = "OAUTH0030";
    public const string ProtectionFixedOrOmitted = "OAUTH0031";
    public const string ParameterWithoutMessage = "OAUTH0032";
    public const string InvalidPath = "OAUTH0033";
    public const string OpenIdWithoutIssuer = "OAUTH0034";
    public const string ClientAuthenticationNotStated = "OAUTH0035";
    public const string InvalidRequest = "OAUTH0036";
    public const string InvalidIdTokenRule = "OAUTH0037";
    public const string NoSubject = "OAUTH0038";
    public const string SignatureWithoutIssuer = "OAUTH0043";
    public const string UnknownParameter = "OAUTH0044";
    public const string UnknownAlgorithm = "OAUTH0045";
    public const string SignatureWithoutMessage = "OAUTH0046";
    public const string PublicClientOutOfBand = "OAUTH0047";
    public const string BesideDocument = "OAUTH0048";

    // ---- 2xxx: PKCE and nonce.
    public const string PlainChallenge = "OAUTH2003";
    public const string NoChallenge = "OAUTH2004";

    // ---- 4xxx: transport.
    public const string ClearTextEndpoint = "OAUTH4001";
}
