using System.Diagnostics;
using Microsoft.CodeAnalysis;
using SdkGen.Cli.Auditing;
using SdkGen.Cli.Code;
using SdkGen.OAuth.Analyzers.Field;

// Runs the rules over checked-out sources, by what "sdkgen audit" does with a folder, and compares with labelled lines what they say.
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
foreach (var loose in folders.SelectMany(folder => LooseProject.FindAll(Path.GetFullPath(folder))))
{
    var project = loose.Read((file, why) => Console.Error.WriteLine($"{file} {why}"), CancellationToken.None);
    var (found, time) = await RuleRun.RunAsync(project, RuleRun.Analyzers, CancellationToken.None);
    files += loose.Files.Count;
    analysis += time;
    findings.AddRange(found);
    if (time > TimeSpan.FromSeconds(2))
    {
        Console.Error.WriteLine($"{loose}: {loose.Files.Count} files, analysis {time.TotalSeconds:0.0} s");
    }
}

foreach (var finding in findings.Where(finding => onlyRule is null || finding.Rule.Id == onlyRule).OrderBy(finding => finding.Place))
{
    Console.WriteLine($"{finding.Place.File}({finding.Place.Line}): {AuditReport.NameOf(finding.Severity)} {finding.Rule.Id}: {finding.Message}");
}

Console.WriteLine();
foreach (var rule in findings.GroupBy(finding => finding.Rule.Id).OrderBy(rule => rule.Key, StringComparer.Ordinal))
{
    Console.WriteLine($"{rule.Key}  {rule.Count(finding => finding.Severity > DiagnosticSeverity.Info),6} warnings  {rule.Count(finding => finding.Severity == DiagnosticSeverity.Info),6} infos");
}

Console.WriteLine($"{files} files, {findings.Count} findings; analysis {analysis.TotalSeconds:0.0} s of {clock.Elapsed.TotalSeconds:0.0} s");
if (labelFile is not null)
{
    Labels.Compare(labelFile, findings);
}

return findings.Exists(finding => finding.Rule.Id == "AD0001") ? 1 : 0;
