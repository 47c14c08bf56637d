using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor UncheckedState = SecurityWarning(
        DiagnosticIds.UncheckedState,
        "A code is redeemed without checking the state",
        "Nothing compares the 'state' of this callback with the one that was sent from the same browser: do so before the code is redeemed, or an attacker can log the user in to a foreign account");

    public static readonly DiagnosticDescriptor MissingState = SecurityWarning(
        DiagnosticIds.MissingState,
        "An authorization request has no state",
        "This authorization request has neither 'state' nor a PKCE challenge: send a random state, keep it in the user's session, and compare it in the callback");

    public static readonly DiagnosticDescriptor ConstantState = SecurityWarning(
        DiagnosticIds.ConstantState,
        "A state is the same for everybody",
        "This 'state' is a constant, which an attacker knows: make 32 random bytes for each request, and keep them until the callback");

    public static readonly DiagnosticDescriptor PredictableState = SecurityWarning(
        DiagnosticIds.PredictableState,
        "A state or nonce can be guessed",
        "This '{0}' {1}: take 32 bytes of RandomNumberGenerator instead");

    public static readonly DiagnosticDescriptor SecretInState = SecurityWarning(
        DiagnosticIds.SecretInState,
        "A secret is sent as state, or a state is trusted as a secret",
        "{0}: the state is seen by the browser, its history, and both servers. Keep what is secret on the server, under a random state");

    public static readonly DiagnosticDescriptor StateNeverCompared = SecurityWarning(
        DiagnosticIds.StateNeverCompared,
        "A state is generated but cannot be checked",
        "{0}");

    public static readonly DiagnosticDescriptor SecretComparedInVariableTime = SecurityInfo(
        DiagnosticIds.SecretComparedInVariableTime,
        "A secret is compared in a time that depends on it",
        "'{0}' is compared character by character, which takes longer the more of it is right: use CryptographicOperations.FixedTimeEquals on the bytes");
}
