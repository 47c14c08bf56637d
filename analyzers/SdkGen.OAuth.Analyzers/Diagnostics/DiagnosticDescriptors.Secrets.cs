using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor HardCodedSecret = SecurityWarning(
        DiagnosticIds.HardCodedSecret,
        "A client secret is written into the source",
        "'{0}' is a credential: remove it from the source, revoke it at the provider, and read the new one from configuration");

    public static readonly DiagnosticDescriptor SecretInConfiguration = SecurityWarning(
        DiagnosticIds.SecretInConfiguration,
        "A secret is in a configuration file that is part of the source",
        "'{0}' is a credential: remove it from the file, revoke it at the provider, and keep the new one in user secrets, the environment or a vault");

    public static readonly DiagnosticDescriptor EncodedCredentials = SecurityWarning(
        DiagnosticIds.EncodedCredentials,
        "The credentials of a client are written into the source in Base64",
        "This is the Base64 of a client id and secret, which is no protection: remove it from the source, revoke the secret, and encode what configuration holds");

    public static readonly DiagnosticDescriptor HardCodedToken = SecurityWarning(
        DiagnosticIds.HardCodedToken,
        "A token is written into the source",
        "This is {0}: remove it from the source, revoke it, and ask the provider for tokens at run time");

    public static readonly DiagnosticDescriptor SecretInInstalledClient = SecurityWarning(
        DiagnosticIds.SecretInInstalledClient,
        "A program that users install cannot keep a client secret",
        "Whoever has this program can read '{0}': register a public client, which has no secret, and use PKCE");

    public static readonly DiagnosticDescriptor DummySecret = SecurityWarning(
        DiagnosticIds.DummySecret,
        "The client secret 'dummy' is everybody's",
        "'dummy' is what the server's documentation has, so it authenticates nobody: send a code_challenge, which makes the secret superfluous, or set a secret of your own at both ends");

    public static readonly DiagnosticDescriptor UnencodedCredentials = Info(
        DiagnosticIds.UnencodedCredentials,
        "The parts of a Basic header are not form-encoded",
        "Encode the client id and '{0}' with Uri.EscapeDataString before they are joined by a colon: otherwise ids and secrets with '+', '%', ':' or spaces are refused");
}
