using System.Diagnostics;
using System.Text;

namespace Quickstart.Tests;

/// <summary>The sample in a process of its own, as its user starts it. What it prints is read while it runs.</summary>
internal sealed class QuickstartProcess : IDisposable
{
    /// <summary>By these Spectre.Console knows a build server, which has no terminal.</summary>
    private static readonly string[] BuildServerVariables =
        ["CI", "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly StringBuilder _output = new();

    private QuickstartProcess(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    private static string Sample => Path.Combine(AppContext.BaseDirectory, "Quickstart.dll");

    public static QuickstartProcess Start(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        // What a script starts in the background ignores Ctrl+C, and so does what that starts: env takes the signal back.
        var start = OperatingSystem.IsLinux()
            ? new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", "exec", Sample, .. arguments])
            : new ProcessStartInfo("dotnet", ["exec", Sample, .. arguments]);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new(start);
    }

    /// <summary>In a terminal of 100 columns, which the tool "script" of Linux makes.</summary>
    public static QuickstartProcess StartInTerminal()
    {
        var command = $"stty cols 100; dotnet exec '{Sample}'";
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--command", command, "/dev/null"]);
        foreach (var variable in BuildServerVariables)
        {
            start.Environment.Remove(variable);
        }

        start.Environment["TERM"] = "xterm-256color";
        return new(start);
    }

    public static async Task<QuickstartResult> RunAsync(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(arguments, environment);
        return await process.EndAsync();
    }

    /// <summary>Waits for a line that begins so.</summary>
    public async Task<string> ReadLineAsync(string beginning)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            _output.AppendLine(line);
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"There was no line '{beginning}…' in:\n{_output}{await _errors}");
    }

    /// <summary>What Ctrl+C sends.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async Task<QuickstartResult> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        _output.Append(await _process.StandardOutput.ReadToEndAsync(patience.Token));
        await _process.WaitForExitAsync(patience.Token);
        return new(_process.ExitCode, _output.ToString(), await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
