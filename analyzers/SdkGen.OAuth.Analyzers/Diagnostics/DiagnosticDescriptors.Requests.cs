using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor IdTokenAsBearer = SecurityWarning(
        DiagnosticIds.IdTokenAsBearer,
        "An ID token is sent to an API as if it were an access token",
        "An ID token tells this program who signed in; send the access token to the API instead");

    public static readonly DiagnosticDescriptor ScopeSeparator = Warning(
        DiagnosticIds.ScopeSeparator,
        "Scopes are separated by a space",
        "'{0}' separates scopes with '{1}', so the server sees one scope that it does not know: separate them with a space");

    public static readonly DiagnosticDescriptor UnencodedParameter = Info(
        DiagnosticIds.UnencodedParameter,
        "A parameter is put into a URL or form without being encoded",
        "'{0}' is not encoded: a '&', '+', '#' or '%' in it changes the request. Use Uri.EscapeDataString, or FormUrlEncodedContent for a form");
}
