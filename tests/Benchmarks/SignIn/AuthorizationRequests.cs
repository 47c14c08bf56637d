using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Duende.IdentityModel.OidcClient;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;

namespace SdkGen.Benchmarks.SignIn;

/// <summary>Preparing the address to which a user is sent: code verifier and challenge, state, nonce, and what is kept until the callback.</summary>
[MemoryDiagnoser]
public class AuthorizationRequests : IAsyncDisposable
{
    private static readonly Uri RedirectUri = new("https://app.example.com/callback");

    private readonly IUsers _users = UsersClient.Create(new() { ClientId = "client", ClientSecret = "secret" });
    private readonly OidcClient _oidc = new(new OidcClientOptions
    {
        Authority = "https://idp.example.com",
        ClientId = "client",
        ClientSecret = "secret",
        RedirectUri = RedirectUri.AbsoluteUri,
        Scope = "openid profile",
        LoadProfile = false,
        DisablePushedAuthorization = true,
        ProviderInformation = new()
        {
            IssuerName = "https://idp.example.com",
            AuthorizeEndpoint = "https://idp.example.com/authorize",
            TokenEndpoint = "https://idp.example.com/token",
            KeySet = new(),
        },
    });

    private readonly ServiceProvider _openIddict = OpenIddictServices();
    private readonly RequestDelegate _pipeline;

    public AuthorizationRequests()
    {
        var app = new ApplicationBuilder(_openIddict);
        app.UseAuthentication();
        app.Run(http => http.ChallengeAsync(OpenIddictClientAspNetCoreDefaults.AuthenticationScheme));
        _pipeline = app.Build();
    }

    [Benchmark(Baseline = true)]
    public string Bare()
    {
        var (verifier, state, nonce) = (Text(), Text(), Text());
        Span<byte> challenge = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes(verifier), challenge);
        return "https://idp.example.com/authorize?response_type=code&client_id=client"
            + "&redirect_uri=" + Uri.EscapeDataString(RedirectUri.OriginalString)
            + "&scope=" + Uri.EscapeDataString("openid profile")
            + "&state=" + state
            + "&nonce=" + nonce
            + "&code_challenge=" + Base64Url.EncodeToString(challenge)
            + "&code_challenge_method=S256";

        static string Text()
        {
            Span<byte> bytes = stackalloc byte[32];
            RandomNumberGenerator.Fill(bytes);
            return Base64Url.EncodeToString(bytes);
        }
    }

    [Benchmark]
    public async Task<string> OidcClient() => (await _oidc.PrepareLoginAsync()).StartUrl;

    [Benchmark]
    public async Task<string> OpenIddict()
    {
        await using var scope = _openIddict.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (http.Request.Scheme, http.Request.Host, http.Request.Path) = ("https", new("app.example.com"), "/login");
        await _pipeline(http);
        return http.Response.Headers.Location.ToString();
    }

    [Benchmark]
    public async Task<string> SdkGen() =>
        (await _users.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri })).Uri.OriginalString;

    [GlobalSetup]
    public async Task CheckAsync()
    {
        foreach (var address in (string[])[Bare(), await OidcClient(), await OpenIddict(), await SdkGen()])
        {
            if (!address.StartsWith("https://idp.example.com/authorize?", StringComparison.Ordinal) || !address.Contains("code_challenge_method=S256", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"'{address}' sends nobody anywhere");
            }
        }
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await _openIddict.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static ServiceProvider OpenIddictServices()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAuthentication();
        services.AddOpenIddict().AddClient(client =>
        {
            client.AllowAuthorizationCodeFlow();
            client.DisableTokenStorage();
            client.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
            client.AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
            client.UseAspNetCore();
            client.UseSystemNetHttp();
            client.AddRegistration(new OpenIddictClientRegistration
            {
                Issuer = new("https://idp.example.com"),
                ClientId = "client",
                ClientSecret = "secret",
                RedirectUri = RedirectUri,
                Scopes = { "openid", "profile" },
                Configuration = new()
                {
                    Issuer = new("https://idp.example.com"),
                    AuthorizationEndpoint = new("https://idp.example.com/authorize"),
                    TokenEndpoint = new("https://idp.example.com/token"),
                    GrantTypesSupported = { "authorization_code" },
                    ResponseTypesSupported = { "code" },
                    CodeChallengeMethodsSupported = { "S256" },
                },
            });
        });
        return services.BuildServiceProvider();
    }
}
