using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SdkGen.OAuth.Interop.Tests.Hydra.Server;

/// <summary>
/// A server with the paths, rules and errors of Ory Hydra, written from its documentation: Hydra itself is no package of any registry that a
/// test could install. That it is Hydra-shaped is known from Ory's own command line, which works with it.
/// </summary>
internal sealed class HydraServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HydraKeys _keys;
    private readonly HydraStore _store = new();
    private readonly HydraAddress _address = new();

    private HydraServer(WebApplication app, IEnumerable<HydraClient> clients, string adminToken)
    {
        _app = app;
        _keys = new(_address);
        var directory = clients.ToDictionary(client => client.Id);
        var authentication = new HydraClientAuthentication(directory, _store, _address);
        MapMetadata();
        MapBackChannel(new(_store, authentication, _keys), authentication);
        MapFrontChannel(new(directory, _store), authentication);
        new HydraAdministration(_store, directory, adminToken, _address).Map(app);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public string Issuer => _address.Issuer;

    public static async Task<HydraServer> StartAsync(IEnumerable<HydraClient> clients, string adminToken, Uri? issuer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Use(AnswerErrorsAsync);
        var server = new HydraServer(app, clients, adminToken);
        await app.StartAsync();
        server._address.Set(issuer ?? server.Address);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _keys.Dispose();
    }

    private static async Task AnswerErrorsAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (HydraError error)
        {
            http.Response.StatusCode = error.Status;
            http.Response.Headers.CacheControl = "no-store";
            if (error.Code == "request_unauthorized")
            {
                http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            }

            await http.Response.WriteAsJsonAsync(error.ToJson());
        }
    }

    private void MapMetadata()
    {
        JsonObject Metadata() => new()
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = Issuer + "/oauth2/auth",
            ["token_endpoint"] = Issuer + "/oauth2/token",
            ["device_authorization_endpoint"] = Issuer + "/oauth2/device/auth",
            ["revocation_endpoint"] = Issuer + "/oauth2/revoke",
            ["userinfo_endpoint"] = Issuer + "/userinfo",
            ["end_session_endpoint"] = Issuer + "/oauth2/sessions/logout",
            ["jwks_uri"] = Issuer + "/.well-known/jwks.json",
            ["subject_types_supported"] = new JsonArray("public"),
            ["response_types_supported"] = new JsonArray("code", "code id_token", "id_token", "token id_token", "token", "token id_token code"),
            ["response_modes_supported"] = new JsonArray("query", "fragment", "form_post"),
            ["grant_types_supported"] = new JsonArray(
                "authorization_code", "implicit", "client_credentials", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "client_secret_basic", "private_key_jwt", "none"),
            ["code_challenge_methods_supported"] = new JsonArray("plain", "S256"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["scopes_supported"] = new JsonArray("offline_access", "offline", "openid"),
        };
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(Metadata()));
        _app.MapGet("/.well-known/oauth-authorization-server", () => Results.Json(Metadata()));
        _app.MapGet("/.well-known/jwks.json", () => Results.Json(_keys.ToJson()));
    }

    private void MapBackChannel(HydraTokenEndpoint tokens, HydraClientAuthentication authentication)
    {
        _app.MapPost("/oauth2/token", async (HttpContext http) =>
        {
            var reply = await tokens.AnswerAsync(http.Request);
            http.Response.Headers.CacheControl = "no-store";
            return Results.Json(reply);
        });
        _app.MapPost("/oauth2/revoke", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            var client = await authentication.AuthenticateAsync(http.Request, form);
            if (_store.Tokens.TryGetValue(form["token"].ToString(), out var token) && token.Session.Client.Id == client.Id)
            {
                // A refresh token takes its access tokens with it, and the other way round.
                token.Session.IsRevoked = true;
            }

            return Results.Ok();
        });
        _app.MapMethods("/userinfo", ["GET", "POST"], (HttpContext http) =>
        {
            var header = http.Request.Headers.Authorization.ToString();
            return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
                && _store.Tokens.TryGetValue(header["Bearer ".Length..], out var token)
                && token is { IsActive: true, Kind: "access_token", Session.Subject: { } subject }
                ? Results.Json(new JsonObject { ["sub"] = subject, ["email"] = subject + "@example.com", ["email_verified"] = true })
                : throw new HydraError("request_unauthorized", "The request could not be authorized.", status: 401);
        });
    }

    private void MapFrontChannel(HydraAuthorizationEndpoint authorization, HydraClientAuthentication authentication)
    {
        _app.MapMethods("/oauth2/auth", ["GET", "POST"], (HttpRequest request) => authorization.AnswerAsync(request));
        _app.MapGet("/oauth2/fallbacks/error", (string error) => Results.Text($"The request cannot be answered: {error}", statusCode: 400));
        _app.MapPost("/oauth2/device/auth", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            var client = await authentication.AuthenticateAsync(http.Request, form);
            var (code, userCode) = ("ory_dc_" + HydraStore.Random(), HydraStore.Random()[..8].ToUpperInvariant());
            _store.Devices[code] = new(client, HydraTokenEndpoint.Scopes(client, form["scope"]), userCode);
            return Results.Json(new JsonObject
            {
                ["device_code"] = code,
                ["user_code"] = userCode,
                ["verification_uri"] = Issuer + "/oauth2/device/verify",
                ["verification_uri_complete"] = Issuer + "/oauth2/device/verify?user_code=" + Uri.EscapeDataString(userCode),
                ["expires_in"] = 600,
                ["interval"] = 1,
            });
        });
        _app.MapGet("/oauth2/device/verify", (string user_code, bool deny = false) =>
        {
            var device = _store.Devices.Values.Single(waiting => waiting.UserCode == user_code);
            (device.Subject, device.IsDenied) = (deny ? null : "alice", deny);
            return Results.Text("Return to your device.");
        });
        _app.MapMethods("/oauth2/sessions/logout", ["GET", "POST"], (HttpContext http) =>
        {
            var query = http.Request.Query;
            return query["post_logout_redirect_uri"].ToString() is not { Length: > 0 } goodbye ? Results.Text("Signed out.")
                : query["id_token_hint"].Count == 0 ? Results.Redirect("/oauth2/fallbacks/error?error=invalid_request")
                : Results.Redirect(goodbye + "?state=" + Uri.EscapeDataString(query["state"].ToString()));
        });
    }
}
