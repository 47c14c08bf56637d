using System.Text.Json;
using Microsoft.CodeAnalysis;
using SdkGen.Cli.Auditing;

namespace SdkGen.OAuth.Analyzers.Field;

/// <summary>Lines of which somebody has said what a rule should say of them.</summary>
internal static class Labels
{
    /// <summary>A finding stands where the label is, or a few lines from it: in the same statement.</summary>
    private const int Distance = 2;

    public static void Compare(string file, List<Finding> findings)
    {
        var (found, insecure, wrong, secure) = (0, 0, 0, 0);
        foreach (var label in File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Label>(line, JsonSerializerOptions.Web)!))
        {
            var here = findings.Where(finding => label.IsAt(finding) && Math.Abs(finding.Place.Line - label.Line) <= Distance).ToList();
            var match = here.Find(finding => finding.Rule.Id == label.Rule);
            if (label.Secure)
            {
                secure++;
                var reported = here.Find(finding => finding.Rule.Id == label.Rule && finding.Place.Line == label.Line && finding.Severity > DiagnosticSeverity.Info);
                wrong += reported is null ? 0 : 1;
                Print(reported is null ? "silent" : "WRONG ", label, reported);
            }
            else
            {
                insecure++;
                found += match is null ? 0 : 1;
                Print(match is null ? "MISSED" : "found ", label, match ?? here.FirstOrDefault());
            }
        }

        Console.WriteLine($"insecure: {found} of {insecure} found; secure: {wrong} of {secure} reported");
    }

    private static void Print(string verdict, Label label, Finding? finding) =>
        Console.WriteLine($"{verdict} {label.Rule} {label.Repo} {label.Path}({label.Line}) {label.Kind}{(finding is null ? "" : $" <- {finding.Severity} {finding.Rule.Id} at {finding.Place.Line}")}");

    private sealed record Label(string Repo, string Path, int Line, string Kind, bool Secure, string Rule, string Commit)
    {
        /// <summary>A repository is checked out as <c>owner+name</c>, or <c>owner+name@commit</c> where two commits of it are.</summary>
        public bool IsAt(Finding finding)
        {
            var file = $"/{finding.Place.File}";
            var folder = $"/{Repo.Replace('/', '+')}";
            return file.EndsWith($"{folder}/{Path}", StringComparison.OrdinalIgnoreCase) || file.EndsWith($"{folder}@{Commit[..8]}/{Path}", StringComparison.OrdinalIgnoreCase);
        }
    }
}
