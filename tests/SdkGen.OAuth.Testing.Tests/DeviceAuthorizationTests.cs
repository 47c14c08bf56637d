using Microsoft.Extensions.Time.Testing;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class DeviceAuthorizationTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;
    private readonly IAcme _client = shared.Server.CreateClient<IAcme>();

    [Fact]
    public async Task A_device_authorization_says_where_the_user_goes()
    {
        var authorization = await _client.RequestDeviceAuthorizationAsync();

        Assert.Equal(_server.BaseAddress + "device", authorization.VerificationUri.AbsoluteUri);
        Assert.Contains(authorization.UserCode, authorization.VerificationUriComplete!.Query, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(1), authorization.Interval);
    }

    [Fact]
    public async Task As_long_as_the_user_does_nothing_the_device_waits()
    {
        var authorization = await _client.RequestDeviceAuthorizationAsync();

        var exception = await Assert.ThrowsAsync<OAuthException>(() => _client.RequestDeviceTokenAsync(new(authorization)));

        Assert.Equal("authorization_pending", exception.Error);
    }

    [Fact]
    public async Task Once_the_user_approves_the_device_has_its_tokens()
    {
        var authorization = await _client.RequestDeviceAuthorizationAsync();

        await _server.ApproveDeviceAsync(authorization, "bob");
        var token = await _client.RequestDeviceTokenAsync(new(authorization));

        Assert.Equal("bob", token.IdToken!.Subject);
        Assert.Equal(["openid", "profile", "email", "offline_access"], token.Scopes);
        Assert.Equal("bob", (await _client.RefreshTokenAsync(token)).IdToken!.Subject);
    }

    [Fact]
    public async Task Once_the_user_refuses_the_device_is_denied()
    {
        var authorization = await _client.RequestDeviceAuthorizationAsync();

        await _server.DenyDeviceAsync(authorization);
        var exception = await Assert.ThrowsAsync<OAuthException>(() => _client.RequestDeviceTokenAsync(new(authorization)));

        Assert.Equal("access_denied", exception.Error);
    }

    [Fact]
    public async Task A_device_code_is_good_for_one_token()
    {
        var authorization = await _client.RequestDeviceAuthorizationAsync();
        await _server.ApproveDeviceAsync(authorization);
        await _client.RequestDeviceTokenAsync(new(authorization));

        var exception = await Assert.ThrowsAsync<OAuthException>(() => _client.RequestDeviceTokenAsync(new(authorization)));

        Assert.Equal("invalid_grant", exception.Error);
    }

    [Fact]
    public async Task A_device_that_waits_gets_its_tokens()
    {
        var token = await _client.SignInWithDeviceCodeAsync(prompt => _server.ApproveDeviceAsync(prompt));

        Assert.Equal("alice", token.IdToken!.Subject);
    }

    [Fact]
    public async Task A_browser_that_opens_the_complete_address_approves()
    {
        var authorization = await _client.RequestDeviceAuthorizationAsync();
        using var http = new HttpClient();

        using var page = await http.GetAsync(authorization.VerificationUriComplete);

        Assert.True(page.IsSuccessStatusCode);
        Assert.Equal("alice", (await _client.RequestDeviceTokenAsync(new(authorization))).IdToken!.Subject);
    }

    [Fact]
    public async Task A_code_that_was_used_cannot_be_approved_again()
    {
        var authorization = await _client.RequestDeviceAuthorizationAsync();
        await _server.ApproveDeviceAsync(authorization);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _server.ApproveDeviceAsync(authorization));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _server.DenyDeviceAsync(authorization));
    }

    [Fact]
    public async Task An_expired_device_code_is_refused()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await TestAuthorizationServer.StartAsync(
            new() { TimeProvider = clock, DeviceCodeLifetime = TimeSpan.FromMinutes(1) });
        var client = server.CreateClient<IAcme>();
        var authorization = await client.RequestDeviceAuthorizationAsync();

        clock.Advance(TimeSpan.FromMinutes(2));
        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RequestDeviceTokenAsync(new(authorization)));

        Assert.Equal("expired_token", exception.Error);
        await Assert.ThrowsAsync<InvalidOperationException>(() => server.ApproveDeviceAsync(authorization));
        Assert.Equal(clock.GetUtcNow() - TimeSpan.FromMinutes(1), authorization.ExpiresAt);
    }

    [Fact]
    public async Task The_interval_can_be_left_out()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { DeviceInterval = null });
        var client = server.CreateClient<IAcme>();

        Assert.Equal(TimeSpan.FromSeconds(5), (await client.RequestDeviceAuthorizationAsync()).Interval);
    }

    [Fact]
    public async Task Nobody_approves_who_does_not_exist()
    {
        var authorization = await _client.RequestDeviceAuthorizationAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => _server.ApproveDeviceAsync(authorization, "mallory"));
    }
}
