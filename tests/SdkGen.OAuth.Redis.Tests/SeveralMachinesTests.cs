using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using SdkGen.OAuth.Redis.Worker;
using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth.Redis.Tests;

/// <summary>
/// Four machines, a process each, on one Redis: a client token is requested once for all of them, and a refresh token that may be used once is
/// used once, whatever becomes of Redis.
/// </summary>
[Collection(nameof(SeveralMachinesTests))]
public sealed class SeveralMachinesTests : IAsyncLifetime, IDisposable
{
    private const int MachineCount = 4;
    private const int Callers = 250;
    private const int Rotations = 200;

    private readonly TokenServer _server = new();
    private readonly string _keyRing = Directory.CreateTempSubdirectory("sdkgen-keys-").FullName;

    public static TheoryData<string> Servers { get; } = ["Garnet", "redis-server"];

    public Task InitializeAsync() => _server.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => Directory.Delete(_keyRing, recursive: true);

    [SkippableTheory]
    [MemberData(nameof(Servers))]
    public async Task A_client_token_is_requested_once_for_all_machines(string server)
    {
        await using var redis = await StartAsync(server);
        await using var machines = await Machines.StartAsync(MachineCount, "client", redis.Configuration, _server.Endpoint, _keyRing, $"{Callers}", "0");
        var said = await machines.RunAsync();

        Assert.All(said, line => Assert.Equal("done client-1 outages 0", line));
        Assert.Equal(1, _server.ClientRequests);
    }

    [SkippableTheory]
    [MemberData(nameof(Servers))]
    public async Task A_thousand_callers_on_four_machines_use_each_of_two_hundred_refresh_tokens_once(string server)
    {
        await using var redis = await StartAsync(server);
        await SignInAsync(redis);
        await using var machines = await Machines.StartAsync(
            MachineCount, "user", redis.Configuration, _server.Endpoint, _keyRing, $"{Callers}", $"{Rotations}");
        AssertEachWasUsedOnce(await machines.RunAsync());
    }

    [SkippableFact]
    public async Task Redis_is_killed_and_started_again_in_the_middle_and_nobody_is_signed_out()
    {
        await using var redis = await StartAsync("redis-server");
        await SignInAsync(redis);
        await using var machines = await Machines.StartAsync(
            MachineCount, "user", redis.Configuration, _server.Endpoint, _keyRing, $"{Callers}", $"{Rotations}");
        var running = machines.RunAsync();
        foreach (var generation in (int[])[Rotations / 4, Rotations / 2])
        {
            await _server.ReachAsync(generation, running);
            await redis.KillAsync();
            await Task.Delay(TimeSpan.FromSeconds(1));
            await redis.StartAsync();
        }

        AssertEachWasUsedOnce(await running);
    }

    private void AssertEachWasUsedOnce(List<string> said)
    {
        Assert.All(said, line => Assert.StartsWith("done ok outages ", line, StringComparison.Ordinal));
        Assert.All(_server.Uses, use => Assert.Equal((use.Key, 1), (use.Key, use.Value)));

        // The last refresh may have been wished for by somebody who had not yet seen it.
        Assert.InRange(_server.Generation, Rotations, Rotations + 1);
        Assert.Equal(_server.Generation, _server.Uses.Count);
    }

    private static async Task<IRedis> StartAsync(string server)
    {
        Skip.If(server == "redis-server" && !RedisProcess.IsInstalled, "redis-server is not installed: apt-get install redis-server.");
        IRedis redis = server == "Garnet" ? new Garnet() : new RedisProcess();
        await redis.StartAsync();
        return redis;
    }

    /// <summary>The tokens of a user whose access token has expired.</summary>
    private async Task SignInAsync(IRedis redis)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("SdkGen.OAuth.Redis.Tests").PersistKeysToFileSystem(new(_keyRing));
        services.AddOAuthRedis(redis.Configuration);
        await using var provider = services.BuildServiceProvider();
        await new CacheSession(provider.GetRequiredService<SealedCache>()).SaveAsync(
            new()
            {
                AccessToken = "access-0",
                RefreshToken = "refresh-0",
                ReceivedAt = DateTimeOffset.UtcNow.AddHours(-2),
                ExpiresIn = TimeSpan.FromHours(1),
            },
            default);
    }
}
