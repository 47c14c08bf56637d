using System.Text.Json.Nodes;
using SdkGen.Cli.Auditing;
using SdkGen.Cli.Output;

namespace SdkGen.Cli.Verifying;

/// <summary>What was verified, in the forms in which it is printed.</summary>
internal sealed record VerificationReport(IReadOnlyList<Verification> All)
{
    private const int LongestCell = 200;

    public CommandResult ToResult()
    {
        var sections = new List<IResultSection>
        {
            new RowTable(null, ["interface", "status", "issuer", "detail"], [.. All.Select(Row)]),
        };
        var changes = All.SelectMany(verification => verification.Changes.Select(change => Row(verification, change))).ToList();
        if (changes.Count > 0)
        {
            sections.Add(new RowTable("Documents", ["interface", "member", "change", "kept", "now", "matters"], changes));
        }

        var findings = All.SelectMany(verification => verification.Findings).ToList();
        if (findings.Count > 0)
        {
            sections.Add(new RowTable("Interfaces", ["place", "rule", "message"], [.. findings.Select(finding => Row(finding))]));
        }

        return new(new JsonArray([.. All.Select(ToJson)]), sections)
        {
            Essence = All.Where(verification => verification.NeedsAttention).Select(verification => $"{verification.Interface.FullName}: {verification.Status}").ToList() is { Count: > 0 } lines
                ? string.Join('\n', lines)
                : null,
        };
    }

    private static string[] Row(Verification verification) =>
        [verification.Interface.FullName, verification.Status, verification.Asked.Issuer ?? "", verification.Detail];

    private static string[] Row(Verification verification, MemberChange change) =>
        [verification.Interface.FullName, change.Member, change.Kind, Cut(change.Kept), Cut(change.Now), change.Matters ? "yes" : ""];

    private static string[] Row(Finding finding) => [finding.Place.ToString(), finding.Rule.Id, finding.Message];

    private static string Cut(string? text) => text is null ? "" : text.Length <= LongestCell ? text : $"{text[..LongestCell]}…";

    private static JsonNode ToJson(Verification verification) => new JsonObject
    {
        ["interface"] = verification.Interface.FullName,
        ["file"] = verification.Interface.Place.File,
        ["line"] = verification.Interface.Place.Line,
        ["issuer"] = verification.Asked.Issuer,
        ["status"] = verification.Status,
        ["reason"] = verification.Asked.Why ?? verification.Failure?.Message,
        ["document"] = verification.Interface.Kept is { } kept ? FilePlace.Shown(kept.Path) : null,
        ["changes"] = new JsonArray([.. verification.Changes.Select(ToJson)]),
        ["findings"] = new JsonArray([.. verification.Findings.Select(ToJson)]),
    };

    private static JsonNode ToJson(MemberChange change) => new JsonObject
    {
        ["member"] = change.Member,
        ["change"] = change.Kind,
        ["kept"] = change.Kept,
        ["now"] = change.Now,
        ["matters"] = change.Matters,
    };

    private static JsonNode ToJson(Finding finding) => new JsonObject
    {
        ["file"] = finding.Place.File,
        ["line"] = finding.Place.Line,
        ["rule"] = finding.Rule.Id,
        ["message"] = finding.Message,
        ["help"] = finding.Rule.HelpLink,
    };
}
