using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace SdkGen.OAuth.Tests.Tokens;

/// <summary>Client tokens that machines share through a distributed cache: sealed, requested once, and never in the way.</summary>
[Collection(ListeningCollection.Name)]
public sealed class SharedTokenTests : IDisposable
{
    private const string Secret = "pl4nted-t0ken";

    private readonly MemoryDistributedCache _memory = new(Options.Create(new MemoryDistributedCacheOptions()));
    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly Emitted _emitted = new();
    private readonly Wire _wire = new();
    private int _tokens;

    public SharedTokenTests() =>
        _wire.Always("/token", _ => Wire.Reply($$"""{"access_token":"{{Secret}}-{{Interlocked.Increment(ref _tokens)}}","token_type":"Bearer","expires_in":3600}"""));

    public void Dispose() => _emitted.Dispose();

    [Fact]
    public async Task Another_machine_uses_what_this_one_has_got()
    {
        await using var one = Machine();
        await using var other = Machine();
        var first = await Tokens(one).GetTokenAsync(new() { Scopes = ["read"] });
        var second = await Tokens(other).GetTokenAsync(new() { Scopes = ["read"] });

        Assert.Equal(first.AccessToken, second.AccessToken);
        Assert.Equal(first.ExpiresAt!.Value.ToUnixTimeSeconds(), second.ExpiresAt!.Value.ToUnixTimeSeconds());
        Assert.Equal(1, _tokens);
    }

    [Theory]
    [InlineData("scope")]
    [InlineData("client")]
    [InlineData("secret")]
    public async Task What_is_for_something_else_or_of_somebody_else_is_not_used(string difference)
    {
        await using var one = Machine();
        await using var other = Machine(options =>
        {
            options.ClientId = difference == "client" ? "another" : options.ClientId;
            options.ClientSecret = difference == "secret" ? "another" : options.ClientSecret;
        });
        await Tokens(one).GetTokenAsync(new() { Scopes = ["read"] });
        await Tokens(other).GetTokenAsync(new() { Scopes = [difference == "scope" ? "write" : "read"] });

        Assert.Equal(2, _tokens);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_for_all_machines()
    {
        await using var one = Machine();
        await using var other = Machine();
        var refused = await Tokens(one).GetTokenAsync();
        var same = await Tokens(other).GetTokenAsync();
        var renewed = await Tokens(one).RenewTokenAsync(refused);

        Assert.Equal(renewed.AccessToken, (await Tokens(other).RenewTokenAsync(same)).AccessToken);
        Assert.Equal(2, _tokens);
    }

    [Fact]
    public async Task What_is_stored_tells_nothing()
    {
        var cache = new Recording(_memory);
        await using var machine = Machine(cache: cache);
        await Tokens(machine).GetTokenAsync(new() { Scopes = ["read"] });
        var (name, entry) = Assert.Single(cache.Entries);

        Assert.DoesNotContain(Secret, System.Text.Encoding.Latin1.GetString(entry), StringComparison.Ordinal);
        Assert.Matches("^sdkgen:client-token:[A-Za-z0-9_-]{43}$", name);
    }

    [Fact]
    public async Task What_cannot_be_opened_is_missing_and_logged()
    {
        await using var one = Machine();
        await using var other = Machine(keys: new EphemeralDataProtectionProvider());
        await Tokens(one).GetTokenAsync();
        await Tokens(other).GetTokenAsync();

        Assert.Equal(2, _tokens);
        Assert.Contains(_emitted.Events, entry => entry == 20);
    }

    [Fact]
    public async Task An_entry_in_the_place_of_another_cannot_be_opened()
    {
        var cache = new Recording(_memory);
        await using var one = Machine(cache: cache);
        await Tokens(one).GetTokenAsync(new() { Scopes = ["admin"] });
        var admin = cache.Entries.Single().Value;
        await Tokens(one).GetTokenAsync(new() { Scopes = ["read"] });
        await _memory.SetAsync(cache.Entries.Keys.Single(name => cache.Entries[name] != admin), admin, new());
        await using var other = Machine();

        Assert.Equal($"{Secret}-3", (await Tokens(other).GetTokenAsync(new() { Scopes = ["read"] })).AccessToken);
    }

    [Fact]
    public async Task A_cache_that_is_down_makes_it_slower_and_no_more()
    {
        var cache = Substitute.For<IDistributedCache>();
        cache.GetAsync(default!, default).ReturnsForAnyArgs<Task<byte[]?>>(_ => throw new IOException($"down {Secret}"));
        await using var machine = Machine(cache: cache);

        Assert.Equal($"{Secret}-1", (await Tokens(machine).GetTokenAsync()).AccessToken);
        Assert.Contains(_emitted.Events, entry => entry == 21);
        Assert.DoesNotContain("down", _emitted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_that_hangs_does_not_hang_a_call()
    {
        var cache = Substitute.For<IDistributedCache>();
        cache.GetAsync(default!, default).ReturnsForAnyArgs(new TaskCompletionSource<byte[]?>().Task);
        await using var machine = Machine(cache: cache);
        var elapsed = Stopwatch.StartNew();
        await Tokens(machine).GetTokenAsync();

        Assert.InRange(elapsed.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_lock_that_cannot_be_asked_is_done_without()
    {
        await using var machine = Machine(tokenLock: new BrokenLock());

        Assert.Equal($"{Secret}-1", (await Tokens(machine).GetTokenAsync()).AccessToken);
        Assert.Contains(_emitted.Events, entry => entry == 22);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void To_share_tokens_needs_a_cache_and_keys(bool hasCache)
    {
        var services = new ServiceCollection().AddPlain(options => options.ClientId = "c");
        services.AddOAuthTokenSharing();
        if (hasCache)
        {
            services.AddDistributedMemoryCache();
        }

        using var provider = services.BuildServiceProvider();
        var exception = Assert.Throws<OAuthException>(() => provider.GetRequiredService<IClientTokenSource<IPlain>>());

        Assert.Equal(OAuthFailure.InvalidConfiguration, exception.Failure);
        Assert.Contains(hasCache ? "AddDataProtection" : "AddStackExchangeRedisCache", exception.Message, StringComparison.Ordinal);
    }

    private static IClientTokenSource<IPlain> Tokens(IServiceProvider machine) => machine.GetRequiredService<IClientTokenSource<IPlain>>();

    private ServiceProvider Machine(
        Action<PlainOptions>? change = null, IDistributedCache? cache = null, IDataProtectionProvider? keys = null, ITokenLock? tokenLock = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_emitted));
        services.AddSingleton(cache ?? _memory).AddSingleton(keys ?? _keys);
        if (tokenLock is not null)
        {
            services.AddSingleton(tokenLock);
        }

        services.AddPlain(options =>
        {
            (options.ClientId, options.ClientSecret, options.BackchannelHandler) = ("c", "s", _wire);
            change?.Invoke(options);
        });
        return services.AddOAuthTokenSharing().BuildServiceProvider();
    }

    private sealed class BrokenLock : ITokenLock
    {
        public ValueTask<IAsyncDisposable?> TryAcquireAsync(string name, TimeSpan wait, CancellationToken cancellationToken) =>
            throw new IOException("down");
    }

    /// <summary>A cache that remembers what it was given.</summary>
    private sealed class Recording(IDistributedCache inner) : IDistributedCache
    {
        public Dictionary<string, byte[]> Entries { get; } = [];

        public byte[]? Get(string key) => inner.Get(key);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => inner.GetAsync(key, token);

        public void Refresh(string key) => inner.Refresh(key);

        public Task RefreshAsync(string key, CancellationToken token = default) => inner.RefreshAsync(key, token);

        public void Remove(string key) => inner.Remove(key);

        public Task RemoveAsync(string key, CancellationToken token = default) => inner.RemoveAsync(key, token);

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => SetAsync(key, value, options).GetAwaiter().GetResult();

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Entries[key] = value;
            return inner.SetAsync(key, value, options, token);
        }
    }
}
