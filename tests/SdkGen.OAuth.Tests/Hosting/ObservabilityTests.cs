using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSubstitute;
using SdkGen.OAuth.Tests.Tokens;

namespace SdkGen.OAuth.Tests.Hosting;

/// <summary>What the library emits while it works and while it fails: enough to see what happens, and nothing that is secret.</summary>
[Collection(ListeningCollection.Name)]
public sealed class ObservabilityTests : IDisposable
{
    /// <summary>In each value that nobody may see.</summary>
    private const string Planted = "pl4nted";

    private static readonly string[] Flows = ["works", "fails", "echoes", "breaks"];

    private readonly Emitted _emitted = new();
    private readonly Wire _wire = new();
    private readonly TestIssuer _issuer = new();

    public static TheoryData<string> All { get; } = [.. Flows];

    public void Dispose()
    {
        _emitted.Dispose();
        _issuer.Dispose();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_that_is_emitted_holds_a_secret(string server)
    {
        Assert.Contains(server, Flows);
        await RunAsync(server);

        Assert.NotEmpty(_emitted.Events);
        Assert.NotEmpty(_emitted.Activities);
        Assert.NotEmpty(_emitted.Measurements);
        Assert.DoesNotContain(Planted, _emitted.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String("c:pl4nted"u8), _emitted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_traced_measured_and_logged_by_what_it_is()
    {
        await RunAsync("works");

        Assert.Contains("oauth.client.request.duration oauth.provider=Idp oauth.message=client_credentials server.address=id.example.com http.response.status_code=200", _emitted.Measurements);
        Assert.Contains("oauth.client.request.duration oauth.provider=Idp oauth.message=metadata server.address=id.example.com http.response.status_code=200", _emitted.Measurements);
        Assert.Contains(_emitted.Measurements, text => text.StartsWith("oauth.client.token.duration oauth.provider=Idp oauth.grant_type=client_credentials", StringComparison.Ordinal));
        Assert.Contains("oauth.client.token.cache.lookups oauth.provider=Idp oauth.grant_type=client_credentials oauth.cache.tier=memory oauth.cache.result=miss", _emitted.Measurements);
        Assert.Contains("oauth.client.token.cache.lookups oauth.provider=Idp oauth.grant_type=client_credentials oauth.cache.tier=memory oauth.cache.result=hit", _emitted.Measurements);
    }

    [Fact]
    public async Task A_failure_is_counted_by_its_cause()
    {
        await RunAsync("fails");

        Assert.Contains(_emitted.Measurements, text => text.StartsWith("oauth.client.request.duration", StringComparison.Ordinal) && text.EndsWith("http.response.status_code=400 error.type=400", StringComparison.Ordinal));
        Assert.Contains(_emitted.Measurements, text => text.StartsWith("oauth.client.token.duration", StringComparison.Ordinal) && text.EndsWith("error.type=invalid_grant", StringComparison.Ordinal));
        Assert.Contains(11, _emitted.Events);
    }

    /// <summary>Every message that there is, with secrets in all places, at a server that behaves in one way.</summary>
    private async Task RunAsync(string server)
    {
        Answer(server);
        var cache = Substitute.For<IDistributedCache>();
        cache.GetAsync(default!, default).ReturnsForAnyArgs<Task<byte[]?>>(_ => throw new IOException($"cannot read {Planted}"));
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_emitted));
        services.AddSingleton(cache).AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddIdp(options =>
        {
            (options.ClientId, options.ClientSecret, options.BackchannelHandler) = ("c", Planted, _wire);
            options.BackchannelTimeout = TimeSpan.FromSeconds(2);
        });
        OAuthRegistration.AddUserTokens<IIdp>(services, null);
        if (server == "breaks")
        {
            services.AddOAuthTokenSharing();
        }

        services.AddHttpClient("api", client => client.BaseAddress = new("https://api.example.com"))
            .ConfigurePrimaryHttpMessageHandler(() => _wire)
            .AddClientAccessToken<IIdp>();
        await using var provider = services.BuildServiceProvider();
        var idp = provider.GetRequiredService<IIdp>();
        var api = provider.GetRequiredService<IHttpClientFactory>().CreateClient("api");
        var session = new TestSession(new() { AccessToken = Planted, RefreshToken = Planted, ExpiresIn = TimeSpan.FromHours(1), ReceivedAt = DateTimeOffset.UtcNow.AddHours(-2) });

        await TryAsync(() => api.GetAsync(new Uri("/orders", UriKind.Relative)));
        await TryAsync(() => api.GetAsync(new Uri("/orders", UriKind.Relative)));
        await TryAsync(() => api.GetAsync(new Uri($"https://evil.example/?code={Planted}")));
        if (server != "breaks")
        {
            await TryAsync(() => provider.GetRequiredService<IUserTokenSource<IIdp>>().GetTokenAsync(session).AsTask());
            session.Fault = () => throw new InvalidOperationException(Planted);
            await TryAsync(() => provider.GetRequiredService<IUserTokenSource<IIdp>>().GetTokenAsync(session).AsTask());
        }

        await TryAsync(() => idp.RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = Planted }));
        await TryAsync(() => idp.ExchangeTokenAsync(new() { SubjectToken = Planted }));
        await TryAsync(() => idp.RequestDeviceAuthorizationAsync());
        await TryAsync(() => idp.RequestDeviceTokenAsync(new DeviceTokenRequest { DeviceCode = Planted }));
        await TryAsync(() => idp.RevokeTokenAsync(new RevocationRequest { Token = Planted }));
        await TryAsync(() => idp.IntrospectTokenAsync(new IntrospectionRequest { Token = Planted }));
        await TryAsync(() => idp.GetUserInfoAsync(new UserInfoRequest { AccessToken = Planted, Subject = Planted }));
        await TryAsync(async () =>
        {
            var request = await idp.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb"), LoginHint = Planted });
            await TryAsync(() => idp.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.ParseQuery($"code={Planted}&state={Planted}")));
            await TryAsync(() => idp.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.ParseQuery($"code={Planted}&state={request.State}")));
            Assert.DoesNotContain(request.State, _emitted.Text, StringComparison.Ordinal);
        });
    }

    private void Answer(string server)
    {
        var tokens = new JsonObject
        {
            ["access_token"] = Planted, ["token_type"] = "Bearer", ["expires_in"] = 3600, ["refresh_token"] = Planted + "-2", ["device_code"] = Planted,
            ["user_code"] = Planted, ["verification_uri"] = "https://id.example.com/device", ["active"] = true, ["sub"] = Planted, ["email"] = Planted,
        }.ToJsonString();
        _wire.Always("/.well-known/openid-configuration", TestIssuer.Metadata()).Always("/keys", _issuer.Keys).Always("/orders", "[]");
        foreach (var path in (string[])["/token", "/device", "/revoke", "/introspect", "/me"])
        {
            _wire.Always(path, request => server switch
            {
                "works" => Wire.Reply(tokens),
                "fails" => Wire.Reply("""{"error":"invalid_grant","error_description":"no"}""", HttpStatusCode.BadRequest),
                "echoes" => Wire.Reply(new JsonObject { ["error"] = request.Body, ["error_description"] = request.Body + request.Authorization }.ToJsonString(), HttpStatusCode.BadRequest),
                _ => throw new HttpRequestException($"cannot send {request.Body} with {request.Authorization}"),
            });
        }
    }

    private static async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (OAuthException)
        {
            // What is said of it is what the test reads.
        }
    }
}
