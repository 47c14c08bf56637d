using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor ValidationDisabled = SecurityWarning(
        DiagnosticIds.ValidationDisabled,
        "A token is accepted without a check of its issuer, audience or lifetime",
        "The {0} of tokens is not checked: {1}");

    public static readonly DiagnosticDescriptor SignatureNotVerified = SecurityError(
        DiagnosticIds.SignatureNotVerified,
        "A token is accepted without a valid signature",
        "{0}, so anybody can write such a token: {1}");

    public static readonly DiagnosticDescriptor HttpsNotRequired = SecurityWarning(
        DiagnosticIds.HttpsNotRequired,
        "Metadata and keys may come over http",
        "'{0}' lets metadata and signing keys come over http, where anybody on the way can replace them: switch it off in development only, such as with !builder.Environment.IsDevelopment()");

    public static readonly DiagnosticDescriptor DiscoveryRelaxed = SecurityInfo(
        DiagnosticIds.DiscoveryRelaxed,
        "Metadata is used without a check of whom it belongs to",
        "'{0}' uses the metadata of whoever sent it: leave the check on, and name the further hosts of the provider, such as with AdditionalEndpointBaseAddresses");

    public static readonly DiagnosticDescriptor WeakSigningKey = SecurityWarning(
        DiagnosticIds.WeakSigningKey,
        "A signing key is written into the source, or too short",
        "The key of the tokens {0}: whoever knows or guesses it writes tokens of any user. Read at least 32 random bytes from configuration");

    public static readonly DiagnosticDescriptor UnvalidatedClaims = SecurityWarning(
        DiagnosticIds.UnvalidatedClaims,
        "A user is signed in with the claims of a token that nobody validated",
        "'{0}' only decodes the token, and its claims become a user: validate it first, such as with ValidateTokenAsync");

    public static readonly DiagnosticDescriptor ForeignTokenAsLogin = SecurityWarning(
        DiagnosticIds.ForeignTokenAsLogin,
        "An access token that the client sent is taken for a login",
        "'{0}' may have been issued to any other application: sign the user in with the authorization code flow, or check to whom the token was issued");

    public static readonly DiagnosticDescriptor WeakenedProvider = SecurityInfo(
        DiagnosticIds.WeakenedProvider,
        "A declared quirk leaves out a check",
        "'{0}' {1}: keep it only if the provider's documentation leaves no other way, with that as the reason of a suppression");
}
