using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class BackchannelAuthenticationTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static readonly BackchannelAuthenticationRequest Bob = new() { Hint = UserHint.Login("bob") };

    private readonly TestAuthorizationServer _server = shared.Server;
    private readonly IBackchannelAcme _client = shared.Server.CreateClient<IBackchannelAcme>();

    [Fact]
    public async Task As_long_as_the_user_does_nothing_the_client_waits()
    {
        var authentication = await _client.RequestBackchannelAuthenticationAsync(Bob);

        Assert.Equal("authorization_pending", await RefusedAsync(() => _client.RequestBackchannelTokenAsync(new(authentication))));
    }

    [Fact]
    public async Task Once_the_user_approves_the_client_has_their_tokens()
    {
        var authentication = await _client.RequestBackchannelAuthenticationAsync(Bob);

        Assert.Null(await _server.ApproveBackchannelAsync(authentication));
        var token = await _client.RequestBackchannelTokenAsync(new(authentication));

        Assert.Equal("bob", token.IdToken!.Subject);
        Assert.Equal(["openid", "profile", "offline_access"], token.Scopes);
        Assert.Equal("bob", (await _client.RefreshTokenAsync(token)).IdToken!.Subject);
    }

    [Fact]
    public async Task Once_the_user_refuses_the_client_is_denied()
    {
        var authentication = await _client.RequestBackchannelAuthenticationAsync(Bob);

        await _server.DenyBackchannelAsync(authentication);

        Assert.Equal("access_denied", await RefusedAsync(() => _client.RequestBackchannelTokenAsync(new(authentication))));
    }

    [Fact]
    public async Task A_client_that_waits_gets_its_tokens()
    {
        var authentication = await _client.AskToPayAsync("alice@example.com", "Pay 12.50 to Acme");

        var waiting = _client.WaitForBackchannelTokenAsync(authentication);
        await _server.ApproveBackchannelAsync(authentication);

        var token = await waiting;
        Assert.Equal("alice", token.IdToken!.Subject);
        Assert.Contains("payments", token.Scopes);
    }

    [Fact]
    public async Task In_ping_mode_there_is_a_notification_for_the_application()
    {
        var authentication = await _client.RequestBackchannelAuthenticationAsync(Bob with { Notify = true });

        using var request = await _server.ApproveBackchannelAsync(authentication);
        var notification = BackchannelNotification.Parse(
            request!.Headers.Authorization!.ToString(), await request.Content!.ReadAsByteArrayAsync());

        Assert.True(notification.IsFor(authentication));
        Assert.Equal("bob", (await _client.RequestBackchannelTokenAsync(new(authentication))).IdToken!.Subject);
    }

    [Fact]
    public async Task An_authentication_is_good_for_one_token()
    {
        var authentication = await _client.RequestBackchannelAuthenticationAsync(Bob);
        await _server.ApproveBackchannelAsync(authentication);
        await _client.RequestBackchannelTokenAsync(new(authentication));

        Assert.Equal("invalid_grant", await RefusedAsync(() => _client.RequestBackchannelTokenAsync(new(authentication))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _server.ApproveBackchannelAsync(authentication));
    }

    [Fact]
    public async Task It_expires_when_the_client_wants_it_to()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await TestAuthorizationServer.StartAsync(new() { TimeProvider = clock });
        var client = server.CreateClient<IBackchannelAcme>();
        var authentication = await client.AskToPayAsync("bob", "Pay", TimeSpan.FromMinutes(1));
        Assert.Equal(clock.GetUtcNow() + TimeSpan.FromMinutes(1), authentication.ExpiresAt);

        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("expired_token", await RefusedAsync(() => client.RequestBackchannelTokenAsync(new(authentication))));
    }

    [Fact]
    public async Task An_ID_token_names_its_user()
    {
        var first = await _client.RequestBackchannelAuthenticationAsync(Bob);
        await _server.ApproveBackchannelAsync(first);
        var token = await _client.RequestBackchannelTokenAsync(new(first));

        var second = await _client.RequestBackchannelAuthenticationAsync(new() { Hint = UserHint.IdToken(token.IdToken!.Value) });
        await _server.ApproveBackchannelAsync(second);

        Assert.Equal("bob", (await _client.RequestBackchannelTokenAsync(new(second))).IdToken!.Subject);
    }

    [Fact]
    public async Task A_token_of_a_trusted_issuer_names_its_user()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var server = await TestAuthorizationServer.StartAsync(
            new() { AssertionIssuers = [new() { Issuer = "https://bank.example", PublicKey = key.ExportSubjectPublicKeyInfoPem() }] });
        var client = server.CreateClient<IBackchannelAcme>();

        var authentication = await client.RequestBackchannelAuthenticationAsync(
            new() { Hint = UserHint.LoginToken(Sign(key, server.Issuer)) });
        await server.ApproveBackchannelAsync(authentication);

        Assert.Equal("bob", (await client.RequestBackchannelTokenAsync(new(authentication))).IdToken!.Subject);
    }

    [Fact]
    public async Task A_user_with_a_code_is_not_disturbed_without_it()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { Users = [new() { Subject = "carol", UserCode = "4711" }] });
        var client = server.CreateClient<IBackchannelAcme>();
        var request = new BackchannelAuthenticationRequest { Hint = UserHint.Login("carol") };

        Assert.Equal("missing_user_code", await RefusedAsync(() => client.RequestBackchannelAuthenticationAsync(request)));
        Assert.Equal("invalid_user_code", await RefusedAsync(() => client.RequestBackchannelAuthenticationAsync(request with { UserCode = "1" })));
        Assert.NotNull(await client.RequestBackchannelAuthenticationAsync(request with { UserCode = "4711" }));
    }

    [Fact]
    public async Task What_the_server_cannot_do_it_says()
    {
        Assert.Equal("unknown_user_id", await RefusedAsync(() => _client.RequestBackchannelAuthenticationAsync(new() { Hint = UserHint.Login("mallory") })));
        Assert.Equal("expired_login_hint_token", await RefusedAsync(() => _client.RequestBackchannelAuthenticationAsync(new() { Hint = UserHint.LoginToken("x") })));
        Assert.Equal("invalid_request", await RefusedAsync(() => _client.RequestBackchannelAuthenticationAsync(new() { Hint = UserHint.IdToken("x") })));
        Assert.Equal("invalid_binding_message", await RefusedAsync(() => _client.AskToPayAsync("bob", new('x', 101))));
        Assert.Equal("invalid_grant", await RefusedAsync(() => _client.RequestBackchannelTokenAsync(new() { AuthenticationRequestId = "unknown" })));
    }

    [Fact]
    public async Task The_metadata_say_where_it_is_and_how()
    {
        Assert.Equal(_server.BaseAddress + "bc-authorize", _server.Metadata.BackchannelAuthenticationEndpoint);
        Assert.Equal(["poll", "ping"], _server.Metadata.BackchannelTokenDeliveryModesSupported);
        var authentication = await _client.RequestBackchannelAuthenticationAsync(Bob);
        Assert.Equal(TimeSpan.FromSeconds(1), authentication.Interval);
        Assert.Contains(_server.Requests, request => request.Endpoint == TestEndpoint.BackchannelAuthentication);
    }

    private static string Sign(ECDsa key, string audience) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "https://bank.example",
        Audience = audience,
        Claims = new Dictionary<string, object> { ["sub"] = "bob", ["jti"] = "1" },
        Expires = DateTime.UtcNow.AddMinutes(5),
        SigningCredentials = new(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256),
    });

    private static async Task<string?> RefusedAsync(Func<Task> call) => (await Assert.ThrowsAsync<OAuthException>(call)).Error;
}
