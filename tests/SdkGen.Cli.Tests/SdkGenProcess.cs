using System.Diagnostics;
using System.Text;

namespace SdkGen.Cli.Tests;

/// <summary>The tool in a process of its own, as its user starts it. What it says is read while it runs.</summary>
internal sealed class SdkGenProcess : IDisposable
{
    /// <summary>By these Spectre.Console knows a build server, which has no terminal; and what the machine's user may have set.</summary>
    private static readonly string[] ForeignVariables =
    [
        "CI", "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION", "NO_COLOR", "OAUTH2_CLIENT_ID", "OAUTH2_CLIENT_SECRET",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly StringBuilder _errors = new();

    private SdkGenProcess(ProcessStartInfo start, IReadOnlyDictionary<string, string>? environment, string? input)
    {
        foreach (var variable in ForeignVariables)
        {
            start.Environment.Remove(variable);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        start.StandardErrorEncoding = Encoding.UTF8;
        _process = Process.Start(start)!;
        _process.StandardInput.Write(input);
        _process.StandardInput.Close();
        _output = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>The tool where it was built, from <c>tests/…/bin/Debug/net10.0</c>. A copy beside other tests lacks what their frameworks have.</summary>
    public static string Tool { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory,
        "../../../../../src/SdkGen.Cli/bin",
        Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "../.."), AppContext.BaseDirectory),
        "sdkgen.dll"));

    public static SdkGenProcess Start(string[] arguments, IReadOnlyDictionary<string, string>? environment = null, string? input = null)
    {
        // What a script starts in the background ignores Ctrl+C, and so does what that starts: env takes the signal back.
        var start = OperatingSystem.IsLinux()
            ? new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", "exec", Tool, .. arguments])
            : new ProcessStartInfo("dotnet", ["exec", Tool, .. arguments]);
        return new(start, environment, input);
    }

    /// <summary>In a terminal of 100 columns, which the tool "script" of Linux makes. Both outputs are that terminal.</summary>
    public static SdkGenProcess StartInTerminal(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var command = $"stty cols 100; exec dotnet exec {Quote(Tool)} {string.Join(' ', arguments.Select(Quote))}";
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--command", command, "/dev/null"]);
        start.Environment["TERM"] = "xterm-256color";
        return new(start, environment, input: null);
    }

    public static Task<SdkGenResult> RunAsync(params string[] arguments) => RunAsync(arguments, null);

    public static async Task<SdkGenResult> RunAsync(
        string[] arguments, IReadOnlyDictionary<string, string>? environment = null, string? input = null)
    {
        using var process = Start(arguments, environment, input);
        return await process.EndAsync();
    }

    public static async Task<SdkGenResult> RunInTerminalAsync(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = StartInTerminal(arguments, environment);
        return await process.EndAsync();
    }

    /// <summary>Waits for a line on standard error in which the text stands.</summary>
    public async Task<string> ReadErrorLineAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            _errors.AppendLine(line);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"There was no line with '{text}' in:\n{_errors}{await _output}");
    }

    /// <summary>What Ctrl+C sends.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async Task<SdkGenResult> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        _errors.Append(await _process.StandardError.ReadToEndAsync(patience.Token));
        await _process.WaitForExitAsync(patience.Token);
        return new(_process.ExitCode, await _output.WaitAsync(patience.Token), _errors.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
