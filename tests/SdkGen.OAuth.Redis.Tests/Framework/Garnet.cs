using Garnet;

namespace SdkGen.OAuth.Redis.Tests;

/// <summary>Garnet, in this process. What it has is gone when it is killed.</summary>
public sealed class Garnet : IRedis
{
    private readonly int _port = FreePort.Find();
    private GarnetServer? _server;

    public string Configuration => $"127.0.0.1:{_port}";

    public Task StartAsync()
    {
        // Locks and caches run scripts.
        _server = new(["--bind", "127.0.0.1", "--port", $"{_port}", "--lua", "--memory", "64m", "--index", "4m"]);
        _server.Start();
        return Task.CompletedTask;
    }

    public Task KillAsync()
    {
        _server?.Dispose();
        _server = null;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await KillAsync();
}
