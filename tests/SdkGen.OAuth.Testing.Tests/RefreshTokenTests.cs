using System.Net;
using Microsoft.Extensions.Time.Testing;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class RefreshTokenTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;

    [Fact]
    public async Task A_refresh_brings_new_tokens()
    {
        var client = _server.CreateClient<IAcme>();
        var token = await _server.SignInAsync(client);

        var refreshed = await client.RefreshTokenAsync(token);

        Assert.NotEqual(token.AccessToken, refreshed.AccessToken);
        Assert.NotEqual(token.RefreshToken, refreshed.RefreshToken);
        Assert.Equal("alice", refreshed.IdToken!.Subject);
        Assert.Equal(HttpStatusCode.OK, (await _server.CallApiAsync(refreshed.AccessToken)).StatusCode);
    }

    [Fact]
    public async Task The_second_use_of_a_refresh_token_is_refused()
    {
        var client = _server.CreateClient<IAcme>();
        var token = await _server.SignInAsync(client);
        await client.RefreshTokenAsync(token);

        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RefreshTokenAsync(token));

        Assert.Equal("invalid_grant", exception.Error);
    }

    [Fact]
    public async Task The_second_use_of_a_refresh_token_ends_its_family()
    {
        var client = _server.CreateClient<IAcme>();
        var token = await _server.SignInAsync(client);
        var second = await client.RefreshTokenAsync(token);
        var third = await client.RefreshTokenAsync(second);

        await Assert.ThrowsAsync<OAuthException>(() => client.RefreshTokenAsync(token));

        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RefreshTokenAsync(third));
        Assert.Equal("invalid_grant", exception.Error);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _server.CallApiAsync(third.AccessToken)).StatusCode);
    }

    [Fact]
    public async Task The_end_of_one_family_leaves_others_alone()
    {
        var client = _server.CreateClient<IAcme>();
        var token = await _server.SignInAsync(client);
        var other = await _server.SignInAsync(client);
        await client.RefreshTokenAsync(token);
        await Assert.ThrowsAsync<OAuthException>(() => client.RefreshTokenAsync(token));

        Assert.NotNull(await client.RefreshTokenAsync(other));
    }

    [Fact]
    public async Task A_refresh_can_ask_for_less()
    {
        var client = _server.CreateClient<IAcme>();
        var token = await _server.SignInAsync(client);

        var refreshed = await client.RefreshTokenAsync(new RefreshTokenRequest(token) { Scopes = ["openid"] });

        Assert.Equal(["openid"], refreshed.Scopes);
    }

    [Fact]
    public async Task A_refresh_cannot_ask_for_more()
    {
        var client = _server.CreateClient<IAcme>();
        var token = await _server.SignInAsync(client);

        await Assert.ThrowsAsync<OAuthException>(() => client.RefreshTokenAsync(new RefreshTokenRequest(token) { Scopes = ["openid", "admin"] }));
    }

    [Fact]
    public async Task An_expired_refresh_token_is_refused()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await TestAuthorizationServer.StartAsync(new() { TimeProvider = clock, RefreshTokenLifetime = TimeSpan.FromDays(1) });
        var client = server.CreateClient<IAcme>();
        var token = await server.SignInAsync(client);

        clock.Advance(TimeSpan.FromDays(2));
        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RefreshTokenAsync(token));

        Assert.Equal("invalid_grant", exception.Error);
    }

    [Fact]
    public async Task The_refresh_token_of_another_client_is_refused()
    {
        var token = await _server.SignInAsync(_server.CreateClient<IAcme>());
        var thief = _server.CreateClient<IPublicAcme>();

        await Assert.ThrowsAsync<OAuthException>(() => thief.RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = token.RefreshToken! }));
    }

    [Fact]
    public async Task Whoever_does_not_ask_for_offline_access_has_no_refresh_token()
    {
        var client = _server.CreateClient<IAcme>(options => options.OfflineAccess = false);

        Assert.Null((await _server.SignInAsync(client)).RefreshToken);
    }

    [Theory]
    [InlineData(null, "offline")]
    [InlineData("offline", null)]
    public async Task Offline_access_can_be_asked_for_in_other_ways(string? accessType, string? scope)
    {
        var client = _server.CreateClient<IAcme>(options => options.OfflineAccess = false);
        var parameters = new AuthorizationParameters
        {
            RedirectUri = SignIn.RedirectUri,
            Scopes = scope is null ? ["openid"] : ["openid", scope],
            Additional = new() { { "access_type", accessType } },
        };

        var token = await _server.SignInAsync(client, "alice", parameters);
        var refreshed = await client.RefreshTokenAsync(token);
        var again = await client.RefreshTokenAsync(refreshed);

        Assert.NotEqual(refreshed.RefreshToken, again.RefreshToken);
        Assert.DoesNotContain("offline_access", again.Scopes);
    }

    [Fact]
    public async Task A_server_can_give_a_refresh_token_to_everybody()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { AlwaysOfflineAccess = true });
        var client = server.CreateClient<IAcme>(options => options.OfflineAccess = false);

        var token = await server.SignInAsync(client);

        Assert.NotNull((await client.RefreshTokenAsync(token)).RefreshToken);
    }
}
