using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SdkGen.OAuth.Interop.Tests.OpenIddict;

/// <summary>
/// OpenIddict as its own documentation sets it up, on a port of this machine, and not as the test server of this SDK has it: its defaults
/// are kept, and users are signed in by the routes of an application.
/// </summary>
internal sealed class OpenIddictServer : IAsyncDisposable
{
    public const string Secret = "for-this-test-only-and-longer-than-32-bytes";

    public const string WeirdSecret = "p%2B+a/=&:secret~";

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly WebApplication _app;

    /// <param name="setting"><c>encrypted</c>, which is the default; <c>plain</c>, JWTs that are only signed; or <c>reference</c>, tokens that say nothing.</param>
    public OpenIddictServer(string setting)
    {
        _connection.Open();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddDbContext<DbContext>(database => database.UseSqlite(_connection).UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .SetPushedAuthorizationEndpointUris("connect/par")
                    .SetIntrospectionEndpointUris("connect/introspect")
                    .SetRevocationEndpointUris("connect/revoke")
                    .SetEndSessionEndpointUris("connect/logout")
                    .SetUserInfoEndpointUris("connect/userinfo");
                server.AllowAuthorizationCodeFlow().AllowClientCredentialsFlow().AllowRefreshTokenFlow().AllowTokenExchangeFlow();
                server.RegisterScopes(Scopes.Profile, "orders.read");
                server.RequireProofKeyForCodeExchange();
                server.SetRefreshTokenReuseLeeway(TimeSpan.Zero);
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                if (setting == "plain")
                {
                    server.DisableAccessTokenEncryption();
                }
                else if (setting == "reference")
                {
                    server.UseReferenceAccessTokens().UseReferenceRefreshTokens();
                }

                server.UseAspNetCore().DisableTransportSecurityRequirement()
                    .EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough()
                    .EnableUserInfoEndpointPassthrough().EnableEndSessionEndpointPassthrough();
            });
        _app = builder.Build();
        _app.UseAuthentication();
        _app.MapMethods("/connect/authorize", ["GET", "POST"], Authorize);
        _app.MapPost("/connect/token", (Delegate)TokenAsync);
        _app.MapGet("/connect/userinfo", (Delegate)UserInfoAsync);
        _app.MapGet("/connect/logout", () => Results.SignOut(new() { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]));
    }

    /// <summary>It ends with a slash, unless one says otherwise.</summary>
    public string Issuer => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";

    public async Task StartAsync(ECDsa key)
    {
        using var scope = _app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        await clients.CreateAsync(Client("web", Secret));
        await clients.CreateAsync(Client("we:ird id", WeirdSecret));
        await clients.CreateAsync(Client("weird-secret", WeirdSecret));
        await clients.CreateAsync(Client("public", null));
        var withKey = Client("key", null);
        withKey.ClientType = ClientTypes.Confidential;
        withKey.JsonWebKeySet = new()
        {
            Keys = { JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new(ECDsa.Create(key.ExportParameters(false))) { KeyId = "interop" }) },
        };
        await clients.CreateAsync(withKey);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static OpenIddictApplicationDescriptor Client(string id, string? secret)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            ClientSecret = secret,
            ClientType = secret is null ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { App.Callback },
            PostLogoutRedirectUris = { App.Goodbye },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.PushedAuthorization,
                Permissions.Endpoints.Revocation, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile, Permissions.Prefixes.Scope + "orders.read",
            },
        };
        if (id != "public")
        {
            client.Permissions.UnionWith([Permissions.Endpoints.Introspection, Permissions.GrantTypes.ClientCredentials, Permissions.GrantTypes.TokenExchange]);
        }

        return client;
    }

    /// <summary>The user is whom <c>login_hint</c> names, and consents.</summary>
    private static IResult Authorize(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest()!;
        return SignIn(request.LoginHint ?? "alice", request.GetScopes());
    }

    private static async Task<IResult> TokenAsync(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (request.IsClientCredentialsGrantType())
        {
            return SignIn(request.ClientId!, request.GetScopes());
        }

        var granted = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        return SignIn(granted.GetClaim(Claims.Subject)!, request.IsTokenExchangeGrantType() ? request.GetScopes() : granted.GetScopes());
    }

    private static async Task<IResult> UserInfoAsync(HttpContext http)
    {
        var user = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!.GetClaim(Claims.Subject)!;
        return Results.Json(new Dictionary<string, string> { ["sub"] = user, ["name"] = "User " + user });
    }

    private static IResult SignIn(string subject, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity("tests", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, subject);
        identity.SetScopes(scopes);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return Results.SignIn(new(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
