using Microsoft.Extensions.DependencyInjection;

namespace SdkGen.OAuth.Redis.Tests;

/// <summary>One-time use on Redis: one of any number of callers at any machine is the first, and who cannot ask is told no.</summary>
public sealed class OneTimeUseTests
{
    [SkippableTheory]
    [InlineData("Garnet")]
    [InlineData("redis-server")]
    public async Task Of_many_callers_at_two_machines_one_is_the_first(string server)
    {
        Skip.If(server == "redis-server" && !RedisProcess.IsInstalled, "redis-server is not installed: apt-get install redis-server.");
        await using IRedis redis = server == "Garnet" ? new Garnet() : new RedisProcess();
        await redis.StartAsync();
        await using var one = Machine(redis.Configuration);
        await using var other = Machine(redis.Configuration);
        var uses = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
            await (i % 2 == 0 ? one : other).GetRequiredService<IOneTimeUse>().TryUseAsync("key", DateTimeOffset.UtcNow.AddMinutes(15), default))));

        Assert.Single(uses, used => used);
        Assert.True(await one.GetRequiredService<IOneTimeUse>().TryUseAsync("another", DateTimeOffset.UtcNow.AddMinutes(15), default));
    }

    [Fact]
    public async Task Without_Redis_nothing_counts_as_unused()
    {
        await using var machine = Machine($"127.0.0.1:{FreePort.Find()},connectTimeout=300,asyncTimeout=300");
        var exception = await Assert.ThrowsAsync<OAuthException>(() =>
            machine.GetRequiredService<IOneTimeUse>().TryUseAsync("key", DateTimeOffset.UtcNow.AddMinutes(15), default).AsTask());

        Assert.Equal(OAuthFailure.SharedStoreUnavailable, exception.Failure);
        Assert.True(exception.IsTransient);
    }

    private static ServiceProvider Machine(string redis) => new ServiceCollection().AddOAuthRedis(redis).BuildServiceProvider();
}
