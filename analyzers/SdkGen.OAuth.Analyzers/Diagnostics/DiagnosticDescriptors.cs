using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

/// <summary>All rules: what each says. The page of a rule is <c>docs/rules/</c> and its id.</summary>
internal static partial class DiagnosticDescriptors
{
    private const string Usage = "OAuth.Usage";
    public const string Security = "OAuth.Security";

    public static readonly DiagnosticDescriptor InterfaceNotPartial = Warning(
        DiagnosticIds.InterfaceNotPartial,
        "A provider's interface should be partial",
        "Declare '{0}' partial: otherwise it cannot be registered with Add{1}(…) or be used in AddClientAccessToken<{0}>()");

    public static readonly DiagnosticDescriptor GenericInterface = Error(
        DiagnosticIds.GenericInterface,
        "A provider's interface cannot be generic",
        "'{0}' cannot have a client: it, or a type around it, is generic. Declare one interface for each provider, without type parameters");

    public static readonly DiagnosticDescriptor InaccessibleInterface = Error(
        DiagnosticIds.InaccessibleInterface,
        "A provider's interface must be public or internal",
        "'{0}' cannot have a client: generated code cannot name a private, protected or file-local type. Declare it, and the types around it, public or internal");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Error(
        DiagnosticIds.ContainingTypeNotPartial,
        "The types around a provider's interface must be partial",
        "Declare '{1}' partial, so that the client of '{0}' can stand beside it, or move '{0}' out of it");

    public static readonly DiagnosticDescriptor StaticAbstractMember = Error(
        DiagnosticIds.StaticAbstractMember,
        "A provider's interface cannot have static abstract members",
        "'{0}' cannot have a client: '{1}' is static and abstract. Messages are sent by instance methods");

    public static readonly DiagnosticDescriptor NameTaken = Error(
        DiagnosticIds.NameTaken,
        "Something has the name of a generated type",
        "'{0}' cannot have a client: '{1}', '{2}' or '{3}' is the name of something else here, a member, a type, or what another provider generates. Rename one of them; a class can also be declared partial, and is then added to");

    public static readonly DiagnosticDescriptor NothingDeclared = Warning(
        DiagnosticIds.NothingDeclared,
        "A provider's interface declares nothing",
        "'{0}' inherits no grant and no endpoint and has no method, so its client can do nothing. Inherit what the provider supports, such as IAuthorizationCodeGrant or IClientCredentialsGrant");

    public static readonly DiagnosticDescriptor OldLanguageVersion = Error(
        DiagnosticIds.OldLanguageVersion,
        "Generated code needs C# 12",
        "'{0}' cannot have a client: the project is compiled as C# {1}, and generated code needs C# 12. Remove LangVersion from the project, or raise it");

    public static readonly DiagnosticDescriptor MethodWithoutRequestAttribute = Error(
        DiagnosticIds.MethodWithoutRequestAttribute,
        "A method of a provider's interface must say which message it sends",
        "Annotate '{0}' with the message that it sends, such as [AuthorizationRequest] or [ClientCredentialsRequest], or give it a body");

    public static readonly DiagnosticDescriptor SeveralRequestAttributes = Error(
        DiagnosticIds.SeveralRequestAttributes,
        "A method sends one message",
        "'{0}' has several request attributes: keep one, and declare a method for each other message");

    public static readonly DiagnosticDescriptor WrongReturnType = Error(
        DiagnosticIds.WrongReturnType,
        "A method must return the reply of its message",
        "'{0}' has to return {1}");

    public static readonly DiagnosticDescriptor MissingParameter = Error(
        DiagnosticIds.MissingParameter,
        "A method must take what its message needs",
        "'{0}' needs the parameter '{1}'{2}");

    public static readonly DiagnosticDescriptor UnsupportedParameterType = Error(
        DiagnosticIds.UnsupportedParameterType,
        "A parameter must have a type that can be sent",
        "'{0}' is of type '{1}', which cannot be sent here. Use string, bool, int, long, Uri, TimeSpan, an enum or a list of strings, without ref, in or out; redirect URIs are of type Uri, scopes are a list of strings");

    public static readonly DiagnosticDescriptor ReservedParameter = Error(
        DiagnosticIds.ReservedParameter,
        "A parameter is one that the library states by itself",
        "'{0}' would be sent as '{1}', which the library states by itself: {2}");

    public static readonly DiagnosticDescriptor DuplicateParameter = Error(
        DiagnosticIds.DuplicateParameter,
        "Two parameters are sent under one name",
        "'{0}' is the same to the message as another parameter{1}");

    public static readonly DiagnosticDescriptor GenericMethod = Error(
        DiagnosticIds.GenericMethod,
        "A method that sends a message cannot be generic",
        "'{0}' cannot be generic: a message has no type parameters");

    public static readonly DiagnosticDescriptor NoJsonSerializerContext = Error(
        DiagnosticIds.NoJsonSerializerContext,
        "A user type needs a JsonSerializerContext",
        "'{0}' is read with System.Text.Json's source generation: {1}");

    public static readonly DiagnosticDescriptor NotAMethod = Error(
        DiagnosticIds.NotAMethod,
        "A provider's interface has methods only",
        "'{0}' is no method, so the generated client can only throw in it: remove it, or give it a body");

    public static readonly DiagnosticDescriptor NoEndpoint = Error(
        DiagnosticIds.NoEndpoint,
        "A declared message has no endpoint",
        "'{0}' is declared, but nothing says where its endpoint is: state {1} in [OAuthProvider], or the issuer, whose metadata names it");

    public static readonly DiagnosticDescriptor DuplicateUserInfo = Error(
        DiagnosticIds.DuplicateUserInfo,
        "An endpoint is declared twice",
        "'{0}' inherits the UserInfo endpoint as '{1}' and as '{2}': keep one");

    public static readonly DiagnosticDescriptor InvalidUrl = Error(
        DiagnosticIds.InvalidUrl,
        "An issuer or endpoint is not an absolute URL",
        "'{0}' is not an absolute https URL, or a template of one{1}");

    public static readonly DiagnosticDescriptor UnknownVariable = Error(
        DiagnosticIds.UnknownVariable,
        "A template names a value that is not there",
        "'{{{0}}}' has no value here: {1}");

    public static readonly DiagnosticDescriptor UnusedVariable = Warning(
        DiagnosticIds.UnusedVariable,
        "A declared variable is not used",
        "No template of '{0}' has '{{{1}}}': remove the variable, or correct its name");

    public static readonly DiagnosticDescriptor HostChosenByMessage = SecurityError(
        DiagnosticIds.HostChosenByMessage,
        "A reply may not choose the host that gets the next secret",
        "'{{{0}}}' is filled by a message and stands in a host: list the allowed values with [OAuthVariable(\"{0}\", Values = [\"…\"])], or give a Pattern");

    public static readonly DiagnosticDescriptor InvalidVariable = Error(
        DiagnosticIds.InvalidVariable,
        "A variable is declared in a way that cannot be",
        "The variable '{{{0}}}' {1}");

    public static readonly DiagnosticDescriptor InvalidScope = Error(
        DiagnosticIds.InvalidScope,
        "A scope is one text",
        "'{0}' is not one scope: state each scope as an entry of its own");

    public static readonly DiagnosticDescriptor OfflineAccessWithoutRefresh = Warning(
        DiagnosticIds.OfflineAccessWithoutRefresh,
        "Offline access is declared without the refresh token grant",
        "'{0}' has no effect: refresh tokens are asked for by interfaces that inherit IRefreshTokenGrant. Inherit it, or remove this");

    public static readonly DiagnosticDescriptor MessageNotDeclared = Warning(
        DiagnosticIds.MessageNotDeclared,
        "A quirk is about a message that the interface does not have",
        "'{0}' has no {1} message, so this has no effect: inherit its grant or endpoint, or remove the attribute");

    public static readonly DiagnosticDescriptor ContradictoryParameter = Error(
        DiagnosticIds.ContradictoryParameter,
        "A parameter is declared in a way that cannot be",
        "The parameter '{0}' {1}");

    public static readonly DiagnosticDescriptor ProtectionFixedOrOmitted = SecurityError(
        DiagnosticIds.ProtectionFixedOrOmitted,
        "A protection can be renamed, never fixed or left out",
        "'{0}' protects the login and is made anew for each request: it can be renamed with As, but not {1}");

    public static readonly DiagnosticDescriptor ParameterWithoutMessage = Error(
        DiagnosticIds.ParameterWithoutMessage,
        "A parameter with a value must say where it is sent",
        "State the messages that carry '{0}': On = OAuthMessage.Authorization, for example");

    public static readonly DiagnosticDescriptor InvalidPath = Error(
        DiagnosticIds.InvalidPath,
        "A member of a reply is declared in a way that cannot be",
        "'{0}' {1}");

    public static readonly DiagnosticDescriptor OpenIdWithoutIssuer = SecurityError(
        DiagnosticIds.OpenIdWithoutIssuer,
        "OpenID Connect needs an issuer",
        "'{0}' asks for 'openid', but without an issuer no ID token can be validated: state the issuer in [OAuthProvider(\"https://…\")], or IdToken = IdTokenExpectation.Ignored if its tokens cannot be");

    public static readonly DiagnosticDescriptor ClientAuthenticationNotStated = Info(
        DiagnosticIds.ClientAuthenticationNotStated,
        "Without metadata, state how clients authenticate",
        "Without metadata, '{0}' is taken to accept client_secret_basic: state ClientAuthentication in [OAuthProvider] as the provider's documentation says");

    public static readonly DiagnosticDescriptor InvalidRequest = Error(
        DiagnosticIds.InvalidRequest,
        "A request or reply is declared in a way that cannot be",
        "{0}");

    public static readonly DiagnosticDescriptor InvalidIdTokenRule = SecurityError(
        DiagnosticIds.InvalidIdTokenRule,
        "A rule for ID tokens is unsafe or without effect",
        "{0}");

    public static readonly DiagnosticDescriptor NoSubject = Warning(
        DiagnosticIds.NoSubject,
        "Without OpenID Connect, say where the user's id is",
        "The UserInfo endpoint of '{0}' is not that of OpenID Connect: say which member identifies the user, [OAuthMember(\"sub\", \"id\")]");

    public static readonly DiagnosticDescriptor SignatureWithoutIssuer = SecurityError(
        DiagnosticIds.SignatureWithoutIssuer,
        "A signed message needs an issuer",
        "'{0}' has {1}, which need an issuer: state it in [OAuthProvider(\"https://…\")], or IdTokenIssuers and JsonWebKeySetUri for what the provider signs");

    public static readonly DiagnosticDescriptor UnknownAlgorithm = SecurityError(
        DiagnosticIds.UnknownAlgorithm,
        "A declared signature algorithm is none that can be verified",
        "'{0}' {1}");

    public static readonly DiagnosticDescriptor SignatureWithoutMessage = Warning(
        DiagnosticIds.SignatureWithoutMessage,
        "A signature is declared for a message that the interface does not have",
        "{0} has no effect without {1}");

    public static readonly DiagnosticDescriptor UnknownParameter = Error(
        DiagnosticIds.UnknownParameter,
        "A message that the provider sends has no parameters of one's own",
        "'{0}' is no part of the message, which the provider sends: its parameters are {1}");

    public static readonly DiagnosticDescriptor PublicClientOutOfBand = Error(
        DiagnosticIds.PublicClientOutOfBand,
        "A backchannel authentication needs a client that authenticates",
        "The clients of '{0}' are declared to be public, and a backchannel authentication request has to be authenticated (CIBA Core section 7.1)");

    public static readonly DiagnosticDescriptor BesideDocument = Error(
        DiagnosticIds.BesideDocument,
        "A client's registration is stated by its request object alone",
        "'{0}' stands beside the {1}, which alone states the message: put the value into it, its Additional takes names of the provider's own");

    public static readonly DiagnosticDescriptor ClearTextEndpoint = SecurityWarning(
        DiagnosticIds.ClearTextEndpoint,
        "An endpoint is not https",
        "'{0}' is not https: codes, tokens and secrets would be sent in clear text. Only a loopback address may be http");

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, Usage, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, Usage, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Create(id, title, message, Usage, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor SecurityError(string id, string title, string message) => Create(id, title, message, Security, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor SecurityWarning(string id, string title, string message) =>
        Create(id, title, message, Security, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor SecurityInfo(string id, string title, string message) => Create(id, title, message, Security, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(
        string id, string title, string message, string category, DiagnosticSeverity severity, params string[] tags) => new(
        id,
        title,
        message,
        category,
        severity,
        isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/sdkgen/sdkgen-dotnet/blob/main/docs/rules/{id}.md",
        customTags: tags);
}
