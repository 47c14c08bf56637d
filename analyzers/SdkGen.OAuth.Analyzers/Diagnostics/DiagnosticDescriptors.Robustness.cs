using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor SwallowedError = Info(
        DiagnosticIds.SwallowedError,
        "The error of a token request is swallowed",
        "Why no token was issued is lost here: let the exception through, or log its error code");

    public static readonly DiagnosticDescriptor UncheckedTokenResponse = Info(
        DiagnosticIds.UncheckedTokenResponse,
        "A token response is used without a look at whether it is an error",
        "The reply may be an error, and then there is no access token in it: check the status or 'error' first");

    public static readonly DiagnosticDescriptor LocalExpiry = Info(
        DiagnosticIds.LocalExpiry,
        "The expiry of a token is reckoned in local time",
        "Local time jumps by an hour twice a year: reckon the expiry of a token with DateTime.UtcNow or a TimeProvider");

    public static readonly DiagnosticDescriptor UncachedClientToken = Info(
        DiagnosticIds.UncachedClientToken,
        "A token is requested again each time",
        "'{0}' asks the provider for a new token in {1}: inject IClientTokenSource, or register the HTTP client with AddClientAccessToken, which cache it");
}
