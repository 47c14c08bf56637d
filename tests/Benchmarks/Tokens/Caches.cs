using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;
using SdkGen.OAuth;

namespace SdkGen.Benchmarks.Tokens;

/// <summary>The three ways to keep a client token, each set up as its documentation says, on the same token endpoint.</summary>
internal sealed class Caches : IAsyncDisposable, IMsalHttpClientFactory
{
    public static readonly string[] Scopes = ["https://api.example.com/.default"];

    private readonly ServiceProvider _services;
    private readonly TokenEndpoint _endpoint;
    private readonly HttpClient _http;

    public Caches()
    {
        _endpoint = new();
        _http = new(_endpoint);
        var services = new ServiceCollection();
        services.AddHybridCache();
        services.AddMachine(options => (options.ClientId, options.ClientSecret, options.BackchannelHandler) = ("client", "secret", _endpoint));
        services.AddOAuthUserTokens<IMachine>();
        _services = services.BuildServiceProvider();
        Ours = _services.GetRequiredService<IClientTokenSource<IMachine>>();
        Users = _services.GetRequiredService<IUserTokenSource<IMachine>>();
        Machine = _services.GetRequiredService<IMachine>();
        Hybrid = _services.GetRequiredService<HybridCache>();
        Msal = NewMsal();
    }

    public IClientTokenSource<IMachine> Ours { get; }

    public IUserTokenSource<IMachine> Users { get; }

    public IMachine Machine { get; }

    public HybridCache Hybrid { get; }

    public IConfidentialClientApplication Msal { get; }

    /// <summary>How many tokens were requested.</summary>
    public int Requests => _endpoint.Requests;

    public IConfidentialClientApplication NewMsal() => ConfidentialClientApplicationBuilder.Create("client")
        .WithClientSecret("secret")
        .WithAuthority("https://login.microsoftonline.com/tenant", validateAuthority: false)
        .WithInstanceDiscovery(false)
        .WithHttpClientFactory(this)
        .Build();

    /// <summary>HybridCache as a token cache: a text, which it need not copy, for the life of the token.</summary>
    public ValueTask<string> FromHybridAsync(string key) => Hybrid.GetOrCreateAsync(
        key, Machine, static async (machine, cancellationToken) => (await machine.RequestClientTokenAsync(new() { Scopes = Scopes }, cancellationToken)).AccessToken);

    /// <summary>HybridCache as most would use it, for the token with its type and life: copied with each hit, for it could be changed.</summary>
    public ValueTask<KeptToken> ObjectFromHybridAsync(string key) => Hybrid.GetOrCreateAsync(key, Machine, static async (machine, cancellationToken) =>
    {
        var token = await machine.RequestClientTokenAsync(new() { Scopes = Scopes }, cancellationToken);
        return new KeptToken(token.AccessToken, token.TokenType, token.ExpiresAt);
    });

    public HttpClient GetHttpClient() => _http;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _http.Dispose();
    }
}
