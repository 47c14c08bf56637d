using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests.Hosting;

/// <summary>Which distributed cache is used, where the application has one of its own and this library another.</summary>
public sealed class SharedCacheTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;
    private readonly RecordingCache _ours = new();
    private readonly RecordingCache _applications = new();

    [Fact]
    public async Task Everything_that_machines_share_is_in_the_cache_that_is_for_it()
    {
        await using var app = await SchemeApp.StartAsync(_server, services: services => AddStores(services.AddKeyedSingleton<IDistributedCache>(OAuthServiceCollectionExtensions.CacheKey, _ours)));
        await UseAsync(app);

        Assert.Empty(_applications.Keys);
        Assert.Equal(["ended", "key-ring", "login", "tokens"], _ours.Kinds);
    }

    [Fact]
    public async Task Without_one_of_its_own_it_is_in_the_cache_of_the_application()
    {
        await using var app = await SchemeApp.StartAsync(_server, services: AddStores);
        await UseAsync(app);

        Assert.Equal(["ended", "key-ring", "login", "tokens"], _applications.Kinds);
    }

    [Fact]
    public async Task Without_any_cache_the_call_that_needs_one_is_named()
    {
        await using var app = await SchemeApp.StartAsync(_server, services: services => services.AddServerSideUserTokens());
        var exception = Assert.Throws<OAuthException>(app.Services.GetRequiredService<IUserTokenStore>);

        Assert.Equal(OAuthFailure.InvalidConfiguration, exception.Failure);
        Assert.Contains("AddServerSideUserTokens needs a distributed cache", exception.Message, StringComparison.Ordinal);
    }

    private void AddStores(IServiceCollection services)
    {
        services.AddSingleton<IDistributedCache>(_applications);
        services.AddServerSideLogins();
        services.AddServerSideUserTokens();
        services.AddHealthChecks().AddOAuthKeyRing();
    }

    /// <summary>Signs a user in, ends their session at the provider, and asks for the health of the key ring.</summary>
    private async Task UseAsync(WebApp app)
    {
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");
        using var form = new FormUrlEncodedContent([new("logout_token", _server.CreateLogoutToken("alice"))]);
        await browser.SendAsync(new(HttpMethod.Post, "https://app.example/signout-backchannel-acme") { Content = form });
        await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
    }

    private sealed class RecordingCache : IDistributedCache
    {
        private readonly MemoryDistributedCache _memory = new(Options.Create(new MemoryDistributedCacheOptions()));

        public HashSet<string> Keys { get; } = [];

        public IEnumerable<string> Kinds => Keys.Select(key => key.Split(':')[1]).Distinct().Order(StringComparer.Ordinal);

        public byte[]? Get(string key) => _memory.Get(key);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => _memory.GetAsync(key, token);

        public void Refresh(string key) => _memory.Refresh(key);

        public Task RefreshAsync(string key, CancellationToken token = default) => _memory.RefreshAsync(key, token);

        public void Remove(string key) => _memory.Remove(key);

        public Task RemoveAsync(string key, CancellationToken token = default) => _memory.RemoveAsync(key, token);

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
        {
            Keys.Add(key);
            _memory.Set(key, value, options);
        }

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Set(key, value, options);
            return Task.CompletedTask;
        }
    }
}
