using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor SecretWritten = SecurityWarning(
        DiagnosticIds.SecretWritten,
        "A token or secret is written where others read it",
        "'{0}' is {1} and goes into {2}, where whoever reads it can use it: write whether there is one, not what it is");

    public static readonly DiagnosticDescriptor CodeWritten = SecurityWarning(
        DiagnosticIds.CodeWritten,
        "An authorization code or a callback is written where others read it",
        "'{0}' is {1} and goes into {2}, where whoever reads it in time can use it: write that it was there, not what it is");
}
