using System.Diagnostics;

namespace SdkGen.OAuth.Redis.Tests;

/// <summary>Several machines: a process each, that begin at the same moment and end by themselves, or with the test.</summary>
internal sealed class Machines : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    private readonly List<Process> _processes = [];

    /// <summary>Starts processes that wait for <see cref="RunAsync"/>.</summary>
    public static async Task<Machines> StartAsync(int count, params string[] arguments)
    {
        var machines = new Machines();
        for (var i = 0; i < count; i++)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SdkGen.OAuth.Redis.Worker.dll"));
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            machines._processes.Add(Process.Start(start)!);
        }

        foreach (var process in machines._processes)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            if (await process.StandardOutput.ReadLineAsync(patience.Token) != "ready")
            {
                throw new InvalidOperationException("A worker did not start: " + await process.StandardError.ReadToEndAsync(patience.Token));
            }
        }

        return machines;
    }

    /// <summary>Lets them begin, and waits for what they say.</summary>
    public async Task<List<string>> RunAsync()
    {
        using var patience = new CancellationTokenSource(Longest);
        foreach (var process in _processes)
        {
            await process.StandardInput.WriteLineAsync("go");
        }

        return [.. await Task.WhenAll(_processes.Select(async process =>
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var said = await process.StandardOutput.ReadLineAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return said ?? "failed: " + await error;
        }))];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync();
            }

            process.Dispose();
        }
    }
}
