using System.Net.Http.Json;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Duende.IdentityModel.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Client;
using Refit;
using SdkGen.Benchmarks.Tokens;
using SdkGen.OAuth;

namespace SdkGen.Benchmarks.Requests;

/// <summary>One token request of a client, with whatever each library does before and after: nobody keeps the token.</summary>
[MemoryDiagnoser]
public class TokenRequests : IMsalHttpClientFactory, IAsyncDisposable
{
    private static readonly string[] Scopes = ["https://api.example.com/.default"];
    private static readonly ClientCredentialsRequest Request = new() { Scopes = Scopes };

    private readonly HttpClient _http;
    private readonly IBareEndpoint _refit;
    private readonly IMachine _machine;
    private readonly IConfidentialClientApplication _msal;
    private readonly ServiceProvider _openIddict;
    private readonly OpenIddictClientService _openIddictClient;

    public TokenRequests()
    {
        _http = new(new Endpoint());
        _refit = RestService.ForGenerated<IBareEndpoint>(
            new HttpClient(new Endpoint()) { BaseAddress = new("https://login.microsoftonline.com") }, TokenReplyContext.Default);
        _machine = MachineClient.Create(new() { ClientId = "client", ClientSecret = "secret", BackchannelHandler = new Endpoint() });
        _msal = ConfidentialClientApplicationBuilder.Create("client")
            .WithClientSecret("secret")
            .WithAuthority("https://login.microsoftonline.com/tenant", validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(this)
            .Build();
        _openIddict = OpenIddictServices();
        _openIddictClient = _openIddict.GetRequiredService<OpenIddictClientService>();
    }

    [Benchmark(Baseline = true)]
    public async Task<string> RawHttpClient()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint.Address) { Content = new FormUrlEncodedContent(Form()) };
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(TokenReplyContext.Default.TokenReply))!.AccessToken;
    }

    [Benchmark]
    public async Task<string> BareRefit() => (await _refit.RequestAsync(Form())).AccessToken;

    [Benchmark]
    public async Task<string> IdentityModel()
    {
        using var request = new ClientCredentialsTokenRequest
        {
            Address = Endpoint.Address,
            ClientId = "client",
            ClientSecret = "secret",
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            Scope = Scopes[0],
        };
        return (await _http.RequestClientCredentialsTokenAsync(request)).AccessToken!;
    }

    [Benchmark]
    public async Task<string> Msal() => (await _msal.AcquireTokenForClient(Scopes).WithForceRefresh(true).ExecuteAsync()).AccessToken;

    [Benchmark]
    public async Task<string> OpenIddict() => (await _openIddictClient.AuthenticateWithClientCredentialsAsync(new() { Scopes = [.. Scopes] })).AccessToken;

    [Benchmark]
    public async Task<string> SdkGen() => (await _machine.RequestClientTokenAsync(Request)).AccessToken;

    public HttpClient GetHttpClient() => _http;

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await _openIddict.DisposeAsync();
        _http.Dispose();
        GC.SuppressFinalize(this);
    }

    private static Dictionary<string, string> Form() => new(StringComparer.Ordinal)
    {
        ["grant_type"] = "client_credentials",
        ["scope"] = Scopes[0],
        ["client_id"] = "client",
        ["client_secret"] = "secret",
    };

    private static ServiceProvider OpenIddictServices()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new Endpoint()));
        services.AddOpenIddict().AddClient(client =>
        {
            client.AllowClientCredentialsFlow();
            client.DisableTokenStorage();
            client.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
            client.AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
            client.UseSystemNetHttp();
            client.AddRegistration(new OpenIddictClientRegistration
            {
                Issuer = new("https://login.microsoftonline.com/tenant"),
                ClientId = "client",
                ClientSecret = "secret",
                Configuration = new()
                {
                    Issuer = new("https://login.microsoftonline.com/tenant"),
                    TokenEndpoint = new(Endpoint.Address),
                    GrantTypesSupported = { "client_credentials" },
                    TokenEndpointAuthMethodsSupported = { "client_secret_post" },
                },
            });
        });
        return services.BuildServiceProvider();
    }
}
