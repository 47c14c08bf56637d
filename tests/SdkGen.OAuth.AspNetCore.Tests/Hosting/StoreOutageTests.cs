using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests.Hosting;

/// <summary>A store that is down makes sign-ins wait, and never lets an untyped exception through.</summary>
public sealed class StoreOutageTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;

    [Fact]
    public async Task A_sign_in_that_cannot_wait_is_told_to_come_back()
    {
        var store = new BreakableStore();
        await using var app = await WebApp.StartAsync(
            services => services.AddAcme(WebApp.At(_server)).AddSingleton<IAuthorizationRequestStore>(store),
            app => app.MapOAuthLogin<IAcme>("/login", "/callback", login => Results.Text(login.Token.IdToken!.Subject)));
        using var browser = new Browser(app, _server);
        var callback = await browser.CallbackAsync(await browser.BeginAsync("/login"));

        store.IsDown = true;
        var begun = await browser.GetAsync("/login");
        var refused = await browser.SendAsync(new(HttpMethod.Get, callback.RequestUri));
        store.IsDown = false;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, OAuthFailure.SharedStoreUnavailable), (begun.Status, begun.Failure!.Value));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, OAuthFailure.SharedStoreUnavailable), (refused.Status, refused.Failure!.Value));
        Assert.Equal("alice", (await browser.SendAsync(callback)).Text);
    }

    [Fact]
    public async Task Tokens_that_cannot_be_read_now_end_no_session()
    {
        var store = new BreakableStore();
        await using var app = await ApiApp.StartAsync(_server, onServer: false, services: services => services.AddSingleton<IUserTokenStore>(store));
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");

        store.IsDown = true;
        var failed = await browser.GetAsync("/api");
        store.IsDown = false;

        Assert.Equal("failed: SharedStoreUnavailable", failed.Text);
        Assert.Contains("alice", (await browser.GetAsync("/api")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_kept_signed_in_by_a_store_that_is_down()
    {
        var store = new BreakableStore();
        await using var app = await SchemeApp.StartAsync(_server, services: services => services.AddSingleton<IUserTokenStore>(store));
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");

        store.IsDown = true;
        await browser.GetAsync("/logout");

        Assert.Equal("home of nobody", (await browser.GetAsync("/")).Text);
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_a_cache_that_is_down()
    {
        var cache = new BreakableCache();
        await using var app = await SchemeApp.StartAsync(_server, services: services => services.AddSingleton<IDistributedCache>(cache));
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");

        cache.IsDown = true;
        Assert.Equal("home of Alice Adams", (await browser.GetAsync("/")).Text);
        Assert.Contains(app.Log.Lines, line => line.StartsWith("Warning 109", StringComparison.Ordinal));

        // What this process is told while the cache is down it knows by itself; the provider is told to try again for the others.
        using var provider = new Browser(app);
        using var form = new FormUrlEncodedContent([new("logout_token", _server.CreateLogoutToken("alice"))]);
        var answer = await provider.SendAsync(new(HttpMethod.Post, "https://app.example/signout-backchannel-acme") { Content = form });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("home of nobody", (await browser.GetAsync("/")).Text);
    }

    [Fact]
    public async Task A_store_that_never_answers_keeps_nobody_waiting_for_ever()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var store = new BreakableStore();
        await using var app = await ApiApp.StartAsync(_server, onServer: false, clock, services => services.AddSingleton<IUserTokenStore>(store));
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");
        store.Hangs = true;

        var call = browser.GetAsync("/api");
        await store.Asked.WaitAsync(TimeSpan.FromSeconds(30));
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("failed: SharedStoreUnavailable", (await call.WaitAsync(TimeSpan.FromSeconds(30))).Text);
    }

    private sealed class BreakableStore : IAuthorizationRequestStore, IUserTokenStore
    {
        private readonly MemoryUserTokenStore _entries = new();
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsDown { get; set; }

        public bool Hangs { get; set; }

        public Task Asked => _asked.Task;

        public ValueTask SaveAsync(string key, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
            IsDown ? throw new IOException("no route") : _entries.SaveAsync(key, text, expiresAt, cancellationToken);

        public ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken)
        {
            if (Hangs)
            {
                _asked.TrySetResult();
                return new(new TaskCompletionSource<string?>().Task);
            }

            return IsDown ? throw new IOException("no route") : _entries.FindAsync(key, cancellationToken);
        }

        public ValueTask RemoveAsync(string key, CancellationToken cancellationToken) =>
            IsDown ? throw new IOException("no route") : _entries.RemoveAsync(key, cancellationToken);
    }

    private sealed class BreakableCache : IDistributedCache
    {
        public bool IsDown { get; set; }

        public byte[]? Get(string key) => IsDown ? throw new IOException("no route") : null;

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

        public void Refresh(string key) => Get(key);

        public Task RefreshAsync(string key, CancellationToken token = default) => GetAsync(key, token);

        public void Remove(string key) => Get(key);

        public Task RemoveAsync(string key, CancellationToken token = default) => GetAsync(key, token);

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => Get(key);

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => GetAsync(key, token);
    }
}
