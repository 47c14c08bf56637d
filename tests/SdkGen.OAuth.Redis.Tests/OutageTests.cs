using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using SdkGen.OAuth.Redis.Worker;

namespace SdkGen.OAuth.Redis.Tests;

/// <summary>Redis is away: slower, never wrong, never lost, never hanging.</summary>
public sealed class OutageTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly EphemeralDataProtectionProvider Keys = new();

    private readonly TokenServer _server = new();

    public Task InitializeAsync() => _server.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task Without_Redis_a_machine_requests_client_tokens_for_itself_and_in_time()
    {
        await using var machine = Machine($"127.0.0.1:{FreePort.Find()}");
        var elapsed = Stopwatch.StartNew();
        var tokens = await Task.WhenAll(Enumerable.Range(0, 100)
            .Select(_ => Task.Run(async () => await machine.GetRequiredService<IClientTokenSource<IIssuer>>().GetTokenAsync())));

        Assert.All(tokens, token => Assert.Equal("client-1", token.AccessToken));
        Assert.Equal(1, _server.ClientRequests);
        Assert.InRange(elapsed.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_Redis_that_was_away_is_used_again_when_it_is_there()
    {
        await using var redis = new Garnet();
        await using var one = Machine(redis.Configuration);
        await one.GetRequiredService<IClientTokenSource<IIssuer>>().GetTokenAsync(new() { Scopes = ["first"] });
        await redis.StartAsync();
        TokenResponse? shared = null;
        for (var i = 0; i < 40 && shared is null; i++)
        {
            // As soon as the connection is back, another machine finds what this one has got.
            var mine = await one.GetRequiredService<IClientTokenSource<IIssuer>>().GetTokenAsync(new() { Scopes = [$"second-{i}"] });
            await using var other = Machine(redis.Configuration);
            var its = await other.GetRequiredService<IClientTokenSource<IIssuer>>().GetTokenAsync(new() { Scopes = [$"second-{i}"] });
            shared = its.AccessToken == mine.AccessToken ? its : null;
        }

        Assert.NotNull(shared);
    }

    [Fact]
    public async Task A_lock_is_held_by_one_machine_until_it_is_released()
    {
        await using var redis = new Garnet();
        await redis.StartAsync();
        await using var one = Machine(redis.Configuration);
        await using var other = Machine(redis.Configuration);
        var held = await one.GetRequiredService<ITokenLock>().TryAcquireAsync("name", TimeSpan.Zero, default);

        Assert.NotNull(held);
        Assert.Null(await other.GetRequiredService<ITokenLock>().TryAcquireAsync("name", TimeSpan.FromMilliseconds(200), default));
        Assert.NotNull(await other.GetRequiredService<ITokenLock>().TryAcquireAsync("another", TimeSpan.Zero, default));
        await held.DisposeAsync();
        Assert.NotNull(await other.GetRequiredService<ITokenLock>().TryAcquireAsync("name", TimeSpan.FromSeconds(1), default));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Redis_that_has_forgotten_who_held_its_locks_gives_none_for_a_moment(bool forgets)
    {
        Skip.IfNot(RedisProcess.IsInstalled, "redis-server is not installed: apt-get install redis-server.");
        await using var redis = new RedisProcess(forgets);
        await redis.StartAsync();
        await using var machine = Machine(redis.Configuration);
        var locks = machine.GetRequiredService<ITokenLock>();
        await (await locks.TryAcquireAsync("name", TimeSpan.Zero, default))!.DisposeAsync();
        await redis.KillAsync();
        await redis.StartAsync();
        var refusals = 0;
        var elapsed = Stopwatch.StartNew();
        for (IAsyncDisposable? held = null; held is null && elapsed.Elapsed < TimeSpan.FromSeconds(30);)
        {
            try
            {
                held = await locks.TryAcquireAsync("another", TimeSpan.Zero, default);
            }
            catch (Exception exception)
            {
                refusals += exception is InvalidOperationException ? 1 : 0;
                await Task.Delay(100);
            }
        }

        Assert.Equal(forgets, refusals > 0);
        Assert.InRange(elapsed.Elapsed, forgets ? TimeSpan.FromSeconds(4) : TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private ServiceProvider Machine(string redis)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IDataProtectionProvider>(Keys);
        services.AddIssuer(options =>
        {
            options.ClientId = "worker";
            options.ClientSecret = "worker-secret";
            options.Metadata = new() { TokenEndpoint = _server.Endpoint };
        });
        return services.AddOAuthRedis(redis).BuildServiceProvider();
    }
}
