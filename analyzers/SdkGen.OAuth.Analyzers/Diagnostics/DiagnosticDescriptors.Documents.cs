using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

/// <content>Metadata documents that are kept in the project.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor UnreadableDocument = Error(
        DiagnosticIds.UnreadableDocument,
        "A kept metadata document cannot be read",
        "'{0}' is no metadata document: {1}. Fetch it again from the provider's /.well-known/openid-configuration");

    public static readonly DiagnosticDescriptor DocumentOfAnotherIssuer = SecurityError(
        DiagnosticIds.DocumentOfAnotherIssuer,
        "A kept metadata document is that of another issuer",
        "The document that is kept for this provider ({0}) is that of '{1}', but the issuer is declared as '{2}'. Both have to be the same, character by character");

    public static readonly DiagnosticDescriptor NoEndpointInDocument = Warning(
        DiagnosticIds.NoEndpointInDocument,
        "A kept metadata document has no endpoint for a message",
        "'{0}' states no {1}, so the {2} message has nowhere to go. Declare {3} in [OAuthProvider], or remove what needs it");

    public static readonly DiagnosticDescriptor GrantNotAnnounced = Warning(
        DiagnosticIds.GrantNotAnnounced,
        "The provider does not announce a grant",
        "The provider does not announce '{1}' ({0}), but '{2}' inherits its interface: the request will be refused, unless the list is incomplete");

    public static readonly DiagnosticDescriptor ScopeNotAnnounced = Warning(
        DiagnosticIds.ScopeNotAnnounced,
        "The provider does not announce a scope",
        "The provider does not announce the scope '{1}' ({0}): check how it is written, or suppress this if the list is incomplete");

    public static readonly DiagnosticDescriptor ChallengeNotAnnounced = Warning(
        DiagnosticIds.ChallengeNotAnnounced,
        "The provider announces another PKCE method",
        "The provider announces {1} as PKCE method ({0}), but what is declared is {2}");

    public static readonly DiagnosticDescriptor ClientAuthenticationNotAnnounced = Warning(
        DiagnosticIds.ClientAuthenticationNotAnnounced,
        "The provider does not announce a client authentication",
        "The provider does not announce '{1}' ({0}), but only {2}: declare one of them, or leave ClientAuthentication out to use the first that fits");

    public static readonly DiagnosticDescriptor ResponseModeNotAnnounced = Warning(
        DiagnosticIds.ResponseModeNotAnnounced,
        "The provider does not announce a response mode",
        "The provider does not announce the response mode '{1}' ({0}), but only {2}");

    public static readonly DiagnosticDescriptor AlgorithmNotAnnounced = Warning(
        DiagnosticIds.AlgorithmNotAnnounced,
        "The provider does not announce an algorithm",
        "The provider does not announce '{1}' ({0}), but only {2}");

    public static readonly DiagnosticDescriptor UnusedDocument = Create(
        DiagnosticIds.UnusedDocument,
        "A kept metadata document belongs to no provider",
        "'{0}' belongs to no interface here: none is named after it, and none declares its issuer '{1}'. Name it after the interface, acme.openid-configuration.json for IAcme, or remove it",
        Usage,
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);
}
