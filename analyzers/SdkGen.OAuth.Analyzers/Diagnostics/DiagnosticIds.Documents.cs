namespace SdkGen.OAuth.Analyzers;

/// <content>Metadata documents that are kept in the project.</content>
internal static partial class DiagnosticIds
{
    public const string UnreadableDocument = "OAUTH0060";
    public const string DocumentOfAnotherIssuer = "OAUTH0061";
    public const string NoEndpointInDocument = "OAUTH0062";
    public const string GrantNotAnnounced = "OAUTH0063";
    public const string ScopeNotAnnounced = "OAUTH0064";
    public const string ChallengeNotAnnounced = "OAUTH0065";
    public const string ClientAuthenticationNotAnnounced = "OAUTH0066";
    public const string ResponseModeNotAnnounced = "OAUTH0067";
    public const string AlgorithmNotAnnounced = "OAUTH0068";
    public const string UnusedDocument = "OAUTH0069";
}
