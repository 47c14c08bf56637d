using SdkGen.OAuth.Testing;

namespace WebLogin.Tests;

/// <summary>Two instances of the sample, a process each, with one Redis and one folder of keys, behind a proxy that alternates between them.</summary>
public sealed class SeveralInstances : IAsyncLifetime
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("WebLogin.Keys.");
    private readonly Stack<IAsyncDisposable> _started = new();

    public TestAuthorizationServer Server { get; private set; } = null!;

    internal AlternatingProxy Proxy { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        try
        {
            await StartAsync();
        }
        catch
        {
            // Nobody disposes of what did not start as a whole, and processes would stay.
            await DisposeAsync();
            throw;
        }
    }

    public async Task DisposeAsync()
    {
        while (_started.TryPop(out var last))
        {
            await last.DisposeAsync();
        }

        _keys.Delete(recursive: true);
    }

    private async Task StartAsync()
    {
        var redis = Started(new SdkGen.OAuth.Redis.Tests.Garnet());
        await redis.StartAsync();
        Server = Started(await TestAuthorizationServer.StartAsync());
        var settings = new Dictionary<string, string?>
        {
            ["Identity:Issuer"] = Server.Issuer,
            ["Identity:ClientId"] = Server.DefaultClient.ClientId,
            ["Identity:ClientSecret"] = Server.DefaultClient.ClientSecret,
            ["Api:Address"] = Server.ApiAddress.AbsoluteUri,
            ["Demo"] = "true",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        var instances = new List<Uri>();
        for (var instance = 0; instance < 2; instance++)
        {
            instances.Add(Started(await SampleProcess.StartAsync(settings, "--redis", redis.Configuration, "--keys", _keys.FullName)).Address);
        }

        Proxy = Started(await AlternatingProxy.StartAsync([.. instances]));
    }

    private T Started<T>(T part)
        where T : IAsyncDisposable
    {
        _started.Push(part);
        return part;
    }
}
