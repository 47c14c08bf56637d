using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using SdkGen.Cli.Output;

namespace SdkGen.Cli.Auditing;

/// <summary>What an audit found, in the forms in which it is printed.</summary>
/// <param name="Findings">What the rules said, in the order of the places.</param>
/// <param name="Files">How many files of code were looked at.</param>
/// <param name="Skipped">How many could not be read.</param>
internal sealed record AuditReport(IReadOnlyList<Finding> Findings, int Files, int Skipped)
{
    public string Summary
    {
        get
        {
            var bySeverity = Enum.GetValues<DiagnosticSeverity>().Reverse()
                .Select(severity => (severity, count: Findings.Count(finding => finding.Severity == severity)))
                .Where(group => group.count > 0)
                .Select(group => $"{group.count} {NameOf(group.severity)}{(group.count == 1 || group.severity is DiagnosticSeverity.Info or DiagnosticSeverity.Hidden ? "" : "s")}");
            var what = Findings.Count == 0 ? "nothing found" : string.Join(", ", bySeverity);
            var skipped = Skipped == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {Skipped} could not be read");
            return string.Create(CultureInfo.InvariantCulture, $"{Files} {(Files == 1 ? "file" : "files")}: {what}{skipped}");
        }
    }

    public CommandResult ToResult()
    {
        var sections = new List<IResultSection>();
        if (Findings.Count > 0)
        {
            sections.Add(new RowTable(null, ["place", "severity", "rule", "message"], [.. Findings.Select(Row)]));
            sections.Add(new RowTable("Rules", ["rule", "found", "fix", "help"], [.. Findings.GroupBy(finding => finding.Rule.Id).OrderBy(group => group.Key, StringComparer.Ordinal).Select(Row)]));
        }

        return new(ToJson(), sections)
        {
            Essence = Findings.Count == 0 ? null : string.Join(
                '\n', Findings.Select(finding => $"{finding.Place}: {NameOf(finding.Severity)} {finding.Rule.Id}: {finding.Message.Printable()}")),
        };
    }

    public static string NameOf(DiagnosticSeverity severity) => severity.ToString().ToLowerInvariant();

    private static string[] Row(Finding finding) => [finding.Place.ToString(), NameOf(finding.Severity), finding.Rule.Id, finding.Message];

    private static string[] Row(IGrouping<string, Finding> rule) =>
    [
        rule.Key, rule.Count().ToString(CultureInfo.InvariantCulture), rule.First().Rule.HasFix ? "a code fix exists" : "", rule.First().Rule.HelpLink,
    ];

    private JsonObject ToJson() => new()
    {
        ["files"] = Files,
        ["skipped"] = Skipped,
        ["findings"] = new JsonArray([.. Findings.Select(ToJson)]),
    };

    private static JsonNode ToJson(Finding finding) => new JsonObject
    {
        ["file"] = finding.Place.File,
        ["line"] = finding.Place.Line,
        ["column"] = finding.Place.Start.Character + 1,
        ["rule"] = finding.Rule.Id,
        ["severity"] = NameOf(finding.Severity),
        ["title"] = finding.Rule.Title,
        ["message"] = finding.Message,
        ["fix"] = finding.Rule.HasFix,
        ["help"] = finding.Rule.HelpLink,
    };
}
