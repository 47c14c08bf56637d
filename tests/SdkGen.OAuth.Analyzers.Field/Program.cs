using System.Diagnostics;
using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Analyzers.Field;

// Runs the rules over checked-out sources as they are: nothing is restored or built, so that references are missing and code does not compile.
//
//   dotnet run -c Release --project tests/SdkGen.OAuth.Analyzers.Field -- <folder>... [--labels <file.jsonl>] [--rule <id>]
//
// A folder below which there are several checked-out repositories is given as a whole; labels name the repository, path and line of each.
var folders = new List<string>();
string? labelFile = null;
string? onlyRule = null;
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--labels" when i + 1 < args.Length:
            labelFile = args[++i];
            break;
        case "--rule" when i + 1 < args.Length:
            onlyRule = args[++i];
            break;
        default:
            folders.Add(args[i]);
            break;
    }
}

if (folders.Count == 0 || folders.Find(folder => !Directory.Exists(folder)) is not null)
{
    Console.Error.WriteLine("Name the folders to look at: <folder>... [--labels <file.jsonl>] [--rule <id>]");
    return 2;
}

var clock = Stopwatch.StartNew();
var findings = new List<Finding>();
var files = 0;
var analysis = TimeSpan.Zero;
foreach (var project in folders.SelectMany(SourceProject.FindAll))
{
    var result = await project.AnalyzeAsync();
    files += project.Files.Count;
    analysis += result.Analysis;
    findings.AddRange(result.Findings);
    if (result.Analysis > TimeSpan.FromSeconds(2))
    {
        Console.Error.WriteLine($"{project}: {project.Files.Count} files, analysis {result.Analysis.TotalSeconds:0.0} s");
    }
}

foreach (var finding in findings.Where(finding => onlyRule is null || finding.Rule == onlyRule).OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line))
{
    Console.WriteLine($"{finding.File}({finding.Line}): {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}: {finding.Message} | {finding.Text}");
}

Console.WriteLine();
foreach (var rule in findings.GroupBy(finding => finding.Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal))
{
    Console.WriteLine($"{rule.Key}  {rule.Count(finding => finding.Severity > DiagnosticSeverity.Info),6} warnings  {rule.Count(finding => finding.Severity == DiagnosticSeverity.Info),6} infos");
}

Console.WriteLine($"{files} files, {findings.Count} findings; analysis {analysis.TotalSeconds:0.0} s of {clock.Elapsed.TotalSeconds:0.0} s");
if (labelFile is not null)
{
    Labels.Compare(labelFile, findings);
}

return findings.Exists(finding => finding.Rule == "AD0001") ? 1 : 0;
