using System.CommandLine;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using SdkGen.Cli.Auditing;
using SdkGen.Cli.Code;
using SdkGen.Cli.Inputs;
using SdkGen.Cli.Output;
using SdkGen.Cli.Running;

namespace SdkGen.Cli.Commands;

/// <summary>Runs the rules over code, whether or not it uses this library.</summary>
internal sealed class AuditCommand : ToolCommand
{
    private static readonly string[] Severities = [.. Enum.GetValues<DiagnosticSeverity>().Select(AuditReport.NameOf)];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Argument<string> _path = new("path")
    {
        Description = "A folder or file, which is read as it is, or a solution or project, which MSBuild opens with its packages. Open no project that you would not build.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<DiagnosticSeverity?> _severity = new("--severity")
    {
        Description = "The least that is reported: hidden, info, warning or error (info if left out).",
        HelpName = "severity",
    };

    private readonly Option<DiagnosticSeverity?> _failOn = new("--fail-on")
    {
        Description = "The least that makes the exit code 1, of what is reported (warning if left out).",
        HelpName = "severity",
    };

    private readonly Option<string[]> _rules = new("--rule")
    {
        Description = "Report this rule alone; can be given several times.",
        HelpName = "id",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<TimeSpan?> _timeout = Duration.CreateOption("--timeout", "How long it may take: 90, 90s, 5m (10 minutes if left out).");

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write the report to this file as SARIF 2.1.0, besides what is printed.",
        HelpName = "file",
    };

    public AuditCommand()
        : base(
            "audit",
            "Find insecure OAuth code in a folder, solution, project or file of C#.",
            [
                "sdkgen audit src",
                "sdkgen audit Shop.sln --fail-on error",
                "sdkgen audit . --rule OAUTH3001 --rule OAUTH1001",
                "sdkgen audit . --output audit.sarif",
                "sdkgen audit Program.cs --format sarif",
            ],
            quiet: "Print a line for each finding, and no summary.",
            formats: ["sarif"])
    {
        _severity.AcceptOnlyFromAmong(Severities);
        _failOn.AcceptOnlyFromAmong(Severities);
        _rules.CompletionSources.Add([.. RuleInfo.All.Select(rule => rule.Id)]);
        Arguments.Add(_path);
        Add(_severity, _failOn, _rules, _output, _timeout);
    }

    /// <inheritdoc />
    protected override async Task<int> RunAsync(Run run, CancellationToken cancellationToken)
    {
        var only = Rules(run.Arguments.GetValue(_rules) ?? []);
        var least = run.Arguments.GetValue(_severity) ?? DiagnosticSeverity.Info;
        var failOn = run.Arguments.GetValue(_failOn) ?? DiagnosticSeverity.Warning;
        var path = CodePath.Open(run.Arguments.GetRequiredValue(_path), run.Notes);
        var patience = run.Arguments.GetValue(_timeout) ?? TimeSpan.FromMinutes(10);
        var all = await run.Notes.WaitAsync("Opening the code", say => AuditAsync(path, only, patience, say, cancellationToken));
        var report = all with { Findings = [.. all.Findings.Where(finding => finding.Severity >= least)] };
        await WriteAsync(run, report, cancellationToken);
        if (!run.Results.IsQuiet)
        {
            run.Notes.Say(report.Summary);
        }

        return report.Findings.Any(finding => finding.Severity >= failOn) ? ExitCode.Failure : ExitCode.Good;
    }

    /// <summary>
    /// Looks at the code on another thread, whose stack is deep, and does not wait longer than it may take: a compiler does not always listen
    /// when it is told to stop.
    /// </summary>
    private static async Task<AuditReport> AuditAsync(
        CodePath path, HashSet<string> only, TimeSpan patience, Action<string> say, CancellationToken cancellationToken)
    {
        var last = "the code";
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await Task.Run(() => AuditAsync(path, only, Say, stop.Token), stop.Token).WaitAsync(patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            throw new CommandException(
                $"It was not done after {patience.TotalSeconds} seconds, at {last}.", "Allow more with --timeout, or name less of the code.");
        }

        void Say(string project, int files)
        {
            last = project;
            say($"Looking at {project} ({files} files)");
        }
    }

    private static async Task<AuditReport> AuditAsync(CodePath path, HashSet<string> only, Action<string, int> say, CancellationToken cancellationToken)
    {
        // A file that several projects compile, or one for several frameworks, is said once.
        var findings = new Dictionary<(FilePlace, string, string), Finding>();
        var files = 0;
        await foreach (var project in path.ReadAsync(cancellationToken))
        {
            var sources = project.Compilation.SyntaxTrees.Count(tree => File.Exists(tree.FilePath));
            files += sources;
            say(project.Name, sources);
            var (found, _) = await RuleRun.RunAsync(project, analyzers: null, cancellationToken);
            foreach (var finding in found.Where(finding => only.Count == 0 || only.Contains(finding.Rule.Id)))
            {
                findings.TryAdd((finding.Place, finding.Rule.Id, finding.Message), finding);
            }
        }

        return new([.. findings.Values.OrderBy(finding => finding.Place).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)], files, path.Skipped);
    }

    private static HashSet<string> Rules(string[] typed)
    {
        var known = RuleInfo.All.ToDictionary(rule => rule.Id, rule => rule.Id, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. typed.Select(id => known.TryGetValue(id, out var rule)
                ? rule
                : throw CommandException.Usage($"There is no rule '{id}'.", "Rules are named like OAUTH3001; docs/rules lists them.")),
        ];
    }

    private async Task WriteAsync(Run run, AuditReport report, CancellationToken cancellationToken)
    {
        var file = run.Arguments.GetValue(_output);
        var isSarif = run.Results.Format.Name == "sarif";
        if (file is not null)
        {
            await File.WriteAllTextAsync(file, SarifLog.Of(report).ToJsonString(Indented) + Environment.NewLine, cancellationToken);
        }

        if (!isSarif)
        {
            run.Results.Write(report.ToResult());
        }
        else if (file is null)
        {
            ResultWriter.WriteText(SarifLog.Of(report).ToJsonString(Indented));
        }
    }
}
