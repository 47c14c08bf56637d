using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SdkGen.OAuth.Interop.Tests;

/// <summary>A server in a process of its own. It ends with this object, and with this process too: its standard input is closed then.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PeerProcess(Process process) => _process = process;

    /// <summary>What it wrote, both streams.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>Starts a program.</summary>
    /// <param name="program">The program, a path or something on the path.</param>
    /// <param name="folder">Where it works.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="variables">What its environment has besides.</param>
    public static PeerProcess Start(
        string program, string folder, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables ?? [])
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var peer = new PeerProcess(process);
        process.OutputDataReceived += (_, line) => peer.Keep(line.Data, isOutput: true);
        process.ErrorDataReceived += (_, line) => peer.Keep(line.Data, isOutput: false);
        process.Exited += (_, _) => peer._firstLine.TrySetException(new InvalidOperationException($"{program} ended."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return peer;
    }

    /// <summary>A port for a program that cannot choose one by itself.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The first line of JSON that it prints: where it listens.</summary>
    public async Task<string> FirstLineAsync()
    {
        try
        {
            return await _firstLine.Task.WaitAsync(StartLimit);
        }
        catch (Exception exception) when (exception is TimeoutException or InvalidOperationException)
        {
            await DisposeAsync();
            throw new InvalidOperationException($"{_process.StartInfo.FileName} did not say where it listens:\n{Log}", exception);
        }
    }

    /// <summary>Waits until an address answers with a success.</summary>
    /// <param name="address">What to ask for.</param>
    public async Task AnswersAsync(Uri address)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        var started = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var response = await client.GetAsync(address);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                // Not yet.
            }

            if (_process.HasExited || started.Elapsed > StartLimit)
            {
                await DisposeAsync();
                throw new InvalidOperationException($"{_process.StartInfo.FileName} does not answer at {address}:\n{Log}");
            }

            await Task.Delay(100);
        }
    }

    /// <summary>Ends it, and nothing else: politely by closing its input, else by its process id.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (Exception exception) when (exception is TimeoutException or IOException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Keep(string? line, bool isOutput)
    {
        if (line is null)
        {
            return;
        }

        lock (_log)
        {
            _log.AppendLine(line);
        }

        if (isOutput && line.StartsWith('{'))
        {
            _firstLine.TrySetResult(line);
        }
    }
}
