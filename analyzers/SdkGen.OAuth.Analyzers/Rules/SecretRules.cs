using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>Secrets that everybody can read.</summary>
internal static class SecretRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        HardCodedSecret.Rule,
        EncodedCredentials.Rule,
        HardCodedToken.Rule,
        SecretInInstalledClient.Rule,
        UnencodedCredentials.Rule,
    ];

    /// <summary>Whether a file is a test, whose secrets are made up, and nobody asked to hear of them.</summary>
    public static bool AreOff(CodeFile file) => file.Options.TestProjects is not ("on" or "info") && TestCode.Is(file);

    /// <summary>The severity of a report, which in a test is lowered where that was asked for.</summary>
    public static DiagnosticSeverity Severity(CodeFile file, DiagnosticSeverity severity) =>
        file.Options.TestProjects == "info" && TestCode.Is(file) ? DiagnosticSeverity.Info : severity;
}
