using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SdkGen.OAuth.Comparison;

/// <summary>A provider that speaks OpenID Connect over https on this machine, and does what a scenario says.</summary>
internal sealed class HostileProvider : IAsyncDisposable
{
    public const string ClientId = "client";

    public const string ClientSecret = "c0nfidential-secret-of-the-client-0123456789";

    public static readonly Uri RedirectUri = new("http://127.0.0.1:7890/callback");

    private readonly WebApplication _app;
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Scenario> _scenarios = new();

    private HostileProvider(WebApplication app)
    {
        _app = app;
        app.MapGet("/{id}/.well-known/openid-configuration", (string id) => Results.Json(Metadata(_scenarios[id])));
        app.MapGet("/{id}/jwks", () => Results.Json(Keys()));
        app.MapPost("/{id}/token", AnswerTokenAsync);
        app.MapPost("/{id}/elsewhere", (string id, HttpRequest request) => ElsewhereAsync(_scenarios[id], request));
    }

    /// <summary>Starts it with a certificate that this process trusts.</summary>
    public static async Task<HostileProvider> StartAsync(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            // Two addresses, so that one of them can redirect to the other.
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
        });
        var app = builder.Build();
        var provider = new HostileProvider(app);
        await app.StartAsync();
        return provider;
    }

    /// <summary>Gives a scenario an issuer of its own.</summary>
    public Scenario Add(Scenario scenario)
    {
        scenario.Issuer = $"{Address(0)}/{scenario.Id}";
        _scenarios[scenario.Id] = scenario;
        return scenario;
    }

    /// <summary>What the user's browser brings back, if nobody forges it.</summary>
    public static Uri Callback(Scenario scenario, Uri authorization)
    {
        var query = HttpUtility.ParseQueryString(authorization.Query);
        scenario.Nonce = query["nonce"];
        scenario.ChallengeMethod = query["code_challenge"] is null ? null : query["code_challenge_method"] ?? "plain";
        var code = "code-" + Guid.NewGuid().ToString("N");
        scenario.Secrets.Add(code);
        var answer = HttpUtility.ParseQueryString("");
        answer["code"] = code;
        answer["state"] = query["state"];
        answer["iss"] = scenario.Issuer;
        return new($"{query["redirect_uri"]}?{answer}");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private string Address(int which)
    {
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return "https://localhost:" + new Uri(addresses.ElementAt(which)).Port;
    }

    private static JsonObject Metadata(Scenario scenario)
    {
        var metadata = new JsonObject
        {
            ["issuer"] = scenario.Issuer,
            ["authorization_endpoint"] = scenario.Issuer + "/authorize",
            ["token_endpoint"] = scenario.Issuer + "/token",
            ["jwks_uri"] = scenario.Issuer + "/jwks",
            ["response_types_supported"] = new JsonArray("code"),
            ["response_modes_supported"] = new JsonArray("query"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["grant_types_supported"] = new JsonArray("authorization_code", "client_credentials"),
            ["scopes_supported"] = new JsonArray("openid", "api"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_basic", "client_secret_post", "none"),
            ["code_challenge_methods_supported"] = new JsonArray("S256"),
            ["authorization_response_iss_parameter_supported"] = true,
        };
        scenario.Metadata?.Invoke(metadata);
        return metadata;
    }

    private JsonObject Keys()
    {
        var key = _rsa.ExportParameters(false);
        return new()
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = "k",
                ["n"] = Base64Url.EncodeToString(key.Modulus), ["e"] = Base64Url.EncodeToString(key.Exponent),
            }),
        };
    }

    private async Task<IResult> AnswerTokenAsync(string id, HttpRequest request)
    {
        var scenario = _scenarios[id];
        scenario.CountTokenRequest();
        var form = await request.ReadFormAsync();
        lock (scenario.Secrets)
        {
            scenario.Secrets.AddRange(new[] { "code_verifier", "client_secret" }.Select(name => form[name].ToString()).Where(value => value.Length > 0));
        }

        if (scenario.RedirectsTokenRequests)
        {
            return Results.Redirect($"{Address(1)}/{id}/elsewhere", preserveMethod: true);
        }

        await Task.Delay(scenario.Delay);
        if (scenario.RawReply is { } raw)
        {
            var (status, type, body) = raw(string.Join(' ', form.Select(field => field.Value.ToString()).Append(ClientSecret)));
            return Results.Text(body, type, Encoding.UTF8, status);
        }

        return Results.Json(Reply(scenario, form["grant_type"] == "authorization_code"));
    }

    private async Task<IResult> ElsewhereAsync(Scenario scenario, HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["code"].Count + form["client_secret"].Count + form["code_verifier"].Count + request.Headers.Authorization.Count > 0)
        {
            scenario.CountRedirected();
        }

        return Results.Json(Reply(scenario, form["grant_type"] == "authorization_code"));
    }

    private JsonObject Reply(Scenario scenario, bool isSignIn)
    {
        var accessToken = "at-" + Guid.NewGuid().ToString("N");
        lock (scenario.Secrets)
        {
            scenario.Secrets.Add(accessToken);
        }

        var reply = new JsonObject { ["access_token"] = accessToken, ["token_type"] = "Bearer", ["expires_in"] = 3600, ["scope"] = isSignIn ? "openid" : "api" };
        if (isSignIn)
        {
            var idToken = IdToken(scenario, accessToken);
            reply["id_token"] = scenario.IdToken?.Invoke(idToken) ?? idToken;
        }

        scenario.Reply?.Invoke(reply);
        return reply;
    }

    private string IdToken(Scenario scenario, string accessToken)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = scenario.Issuer,
            ["sub"] = "alice",
            ["aud"] = ClientId,
            ["iat"] = now,
            ["exp"] = now + 300,
            ["at_hash"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16)),
        };
        if (scenario.Nonce is { } nonce)
        {
            claims["nonce"] = nonce;
        }

        scenario.Claims?.Invoke(claims);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor { Claims = claims, SigningCredentials = new(new RsaSecurityKey(_rsa) { KeyId = "k" }, "RS256") });
    }
}
