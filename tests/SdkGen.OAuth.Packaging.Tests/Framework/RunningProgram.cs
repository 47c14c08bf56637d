using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>A web application in a process of its own, until it is disposed of.</summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private RunningProgram(Process process) => _process = process;

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts a program, and waits until it says where it listens.</summary>
    public static async Task<RunningProgram> StartAsync(string directory, IEnumerable<(string Name, string Value)> environment, params string[] arguments)
    {
        var program = new RunningProgram(Process.Start(Command.Prepare(Command.DotNet, directory, environment, arguments))!);
        using var limit = new CancellationTokenSource(Limit);
        var output = "";
        while (program.Address is null)
        {
            var line = await program._process.StandardOutput.ReadLineAsync(limit.Token);
            Assert.True(line is not null, $"The program ended:\n{output}");
            output += line + "\n";
            if (Listening().Match(line) is { Success: true } listening)
            {
                program.Address = new(listening.Groups[1].Value);
            }
        }

        return program;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
