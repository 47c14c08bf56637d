using Microsoft.Extensions.Time.Testing;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>What remembers which requests were used: each once, as long as it has to and not for ever.</summary>
public sealed class OneTimeUseTests
{
    private static readonly Uri RedirectUri = new("https://app.example/callback");

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_900_000_000));

    [Fact]
    public async Task AR_24_a_key_is_used_once_however_many_others_come_in_between()
    {
        var used = new MemoryOneTimeUse(_clock);
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(await Use(used, $"key-{i}"));
        }

        for (var i = 0; i < 1000; i++)
        {
            Assert.False(await Use(used, $"key-{i}"));
        }
    }

    [Fact]
    public async Task What_has_expired_is_forgotten_so_that_memory_does_not_grow()
    {
        var used = new MemoryOneTimeUse(_clock);
        await Use(used, "old");
        _clock.Advance(TimeSpan.FromSeconds(60));
        await Use(used, "young");
        await ManyAsync();
        Assert.False(await Use(used, "old"));

        _clock.Advance(TimeSpan.FromSeconds(1));
        await ManyAsync();
        Assert.True(await Use(used, "old"));
        Assert.False(await Use(used, "young"));

        async Task ManyAsync()
        {
            for (var i = 0; i < 300; i++)
            {
                await Use(used, Guid.NewGuid().ToString());
            }
        }
    }

    [Fact]
    public async Task Who_has_left_uses_nothing_up()
    {
        var used = new MemoryOneTimeUse(_clock);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => used.TryUseAsync("key", _clock.GetUtcNow(), new(canceled: true)).AsTask());

        Assert.True(await Use(used, "key"));
    }

    [Fact]
    public async Task A_used_request_is_remembered_until_five_minutes_after_it_expires_under_a_key_that_tells_nothing()
    {
        var used = new Recorded();
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata()).Always("/token", """{"access_token":"at"}""");
        var client = Clients.Create<IIdp>(wire, services: new() { TimeProvider = _clock, OneTimeUse = used });
        var one = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, Scopes = ["profile"] });
        var other = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, Scopes = ["profile"] });
        await client.RedeemAuthorizationCodeAsync(one, Clients.Callback(one));
        await client.RedeemAuthorizationCodeAsync(other, Clients.Callback(other));

        Assert.Equal([one.ExpiresAt.AddMinutes(5), other.ExpiresAt.AddMinutes(5)], used.Uses.Select(use => use.ExpiresAt));
        Assert.Equal(2, used.Uses.Select(use => use.Key).Distinct().Count());
        Assert.DoesNotContain(used.Uses, use => use.Key.Contains(one.State, StringComparison.Ordinal) || use.Key.Contains(other.State, StringComparison.Ordinal));
    }

    private ValueTask<bool> Use(MemoryOneTimeUse used, string key) => used.TryUseAsync(key, _clock.GetUtcNow().AddSeconds(60), default);

    private sealed class Recorded : IOneTimeUse
    {
        public List<(string Key, DateTimeOffset ExpiresAt)> Uses { get; } = [];

        public ValueTask<bool> TryUseAsync(string key, DateTimeOffset expiresAt, CancellationToken cancellationToken)
        {
            Uses.Add((key, expiresAt));
            return new(true);
        }
    }
}
