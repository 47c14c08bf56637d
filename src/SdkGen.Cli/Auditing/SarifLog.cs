using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;

namespace SdkGen.Cli.Auditing;

/// <summary>A report as the Static Analysis Results Interchange Format (SARIF) 2.1.0 has it, which build servers and editors show.</summary>
internal static class SarifLog
{
    private const string Root = "SRCROOT";

    public static JsonObject Of(AuditReport report)
    {
        var rules = report.Findings.Select(finding => finding.Rule).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        var indexes = rules.Select((rule, index) => (rule.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        return new()
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = Driver(rules) },
                ["columnKind"] = "utf16CodeUnits",
                ["originalUriBaseIds"] = new JsonObject { [Root] = new JsonObject { ["uri"] = FolderUri() } },
                ["results"] = new JsonArray([.. report.Findings.Select(finding => Result(finding, indexes[finding.Rule.Id]))]),
            }),
        };
    }

    private static JsonObject Driver(IEnumerable<RuleInfo> rules)
    {
        var version = typeof(SarifLog).Assembly.GetName().Version!;
        return new()
        {
            ["name"] = "sdkgen",
            ["semanticVersion"] = version.ToString(3),
            ["informationUri"] = "https://github.com/sdkgen/sdkgen-dotnet",
            ["rules"] = new JsonArray([.. rules.Select(Rule)]),
        };
    }

    private static JsonNode Rule(RuleInfo rule)
    {
        var node = new JsonObject
        {
            ["id"] = rule.Id,
            ["shortDescription"] = new JsonObject { ["text"] = rule.Title },
            ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.Severity) },
        };
        if (Uri.IsWellFormedUriString(rule.HelpLink, UriKind.Absolute))
        {
            node["helpUri"] = rule.HelpLink;
        }

        return node;
    }

    private static JsonObject Result(Finding finding, int rule)
    {
        var node = new JsonObject
        {
            ["ruleId"] = finding.Rule.Id,
            ["ruleIndex"] = rule,
            ["level"] = Level(finding.Severity),
            ["message"] = new JsonObject { ["text"] = finding.Message },
        };
        if (finding.Place.File.Length > 0)
        {
            node["locations"] = new JsonArray(Location(finding.Place));
        }

        if (finding.Related.Count > 0)
        {
            node["relatedLocations"] = new JsonArray([.. finding.Related.Where(place => place.File.Length > 0).Select(Location)]);
        }

        return node;
    }

    private static JsonNode Location(FilePlace place) => new JsonObject
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = Artifact(place.File),
            ["region"] = new JsonObject
            {
                ["startLine"] = place.Start.Line + 1,
                ["startColumn"] = place.Start.Character + 1,
                ["endLine"] = place.End.Line + 1,
                ["endColumn"] = place.End.Character + 1,
            },
        },
    };

    private static JsonObject Artifact(string file) => Path.IsPathRooted(file)
        ? new() { ["uri"] = new Uri(file).AbsoluteUri }
        : new() { ["uri"] = string.Join('/', file.Split('/').Select(Uri.EscapeDataString)), ["uriBaseId"] = Root };

    private static string FolderUri() => new Uri(Path.TrimEndingDirectorySeparator(Environment.CurrentDirectory) + Path.DirectorySeparatorChar).AbsoluteUri;

    private static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };
}
