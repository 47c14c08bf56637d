using System.Diagnostics;
using System.Net.Sockets;

namespace SdkGen.OAuth.Redis.Tests;

/// <summary>The real redis-server, if it is installed.</summary>
/// <param name="forgets">Whether it forgets everything when it ends, instead of writing what it confirms to disk.</param>
public sealed class RedisProcess(bool forgets = false) : IRedis
{
    private static readonly string? Program = new[] { "/usr/bin/redis-server", "/usr/local/bin/redis-server" }.FirstOrDefault(File.Exists);

    private readonly string _directory = Directory.CreateTempSubdirectory("sdkgen-redis-").FullName;
    private readonly int _port = FreePort.Find();
    private Process? _process;

    public static bool IsInstalled => Program is not null;

    public string Configuration => $"127.0.0.1:{_port}";

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true };
        foreach (var argument in (string[])["--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", forgets ? "no" : "yes", "--appendfsync", "always", "--dir", _directory])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        for (var i = 0; i < 200 && !_process.HasExited; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", _port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("redis-server did not start.");
    }

    public async Task KillAsync()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
