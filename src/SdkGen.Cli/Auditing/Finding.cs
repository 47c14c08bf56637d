using System.Globalization;
using Microsoft.CodeAnalysis;

namespace SdkGen.Cli.Auditing;

/// <summary>What a rule said, and where.</summary>
/// <param name="Place">Where.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How severe it is there, with the settings of the code.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record Finding(FilePlace Place, RuleInfo Rule, DiagnosticSeverity Severity, string Message)
{
    /// <summary>Other places that belong to it.</summary>
    public IReadOnlyList<FilePlace> Related { get; init; } = [];

    /// <summary>Reads what the compiler reports.</summary>
    public static Finding Of(Diagnostic diagnostic) =>
        new(
            FilePlace.Of(diagnostic.Location),
            RuleInfo.Of(diagnostic.Descriptor),
            diagnostic.Severity,
            diagnostic.GetMessage(CultureInfo.InvariantCulture))
        {
            Related = [.. diagnostic.AdditionalLocations.Where(location => location.Kind != LocationKind.None).Select(FilePlace.Of)],
        };
}
