using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor ConstantVerifier = SecurityWarning(
        DiagnosticIds.ConstantVerifier,
        "A PKCE verifier is the same for everybody",
        "This '{0}' is a constant, so that everybody who has the program has it: make 32 random bytes for each request");

    public static readonly DiagnosticDescriptor WeakVerifier = SecurityWarning(
        DiagnosticIds.WeakVerifier,
        "A PKCE verifier can be guessed",
        "This '{0}' {1}: take 32 bytes of RandomNumberGenerator, Base64Url-encoded, instead");

    // On a declaration these two are errors, as everything is that weakens a protection there.
    public static readonly DiagnosticDescriptor PlainChallenge = SecurityWarning(
        DiagnosticIds.PlainChallenge,
        "The 'plain' PKCE method protects nothing that is read on the way",
        "{0}");

    public static readonly DiagnosticDescriptor NoChallenge = SecurityWarning(
        DiagnosticIds.NoChallenge,
        "Without PKCE a stolen code can be redeemed",
        "{0}");

    public static readonly DiagnosticDescriptor SharedVerifier = SecurityInfo(
        DiagnosticIds.SharedVerifier,
        "A verifier or state is used for several requests",
        "'{0}' is made once and then sent with every request: make one for each request");

    public static readonly DiagnosticDescriptor MissingNonce = SecurityWarning(
        DiagnosticIds.MissingNonce,
        "The nonce of an ID token is not asked for or not checked",
        "{0}");

    public static readonly DiagnosticDescriptor WrongChallenge = SecurityWarning(
        DiagnosticIds.WrongChallenge,
        "A PKCE challenge is not the S256 of its verifier",
        "This challenge {0}: with S256 it is the SHA-256 of the verifier, Base64Url-encoded without padding");
}
