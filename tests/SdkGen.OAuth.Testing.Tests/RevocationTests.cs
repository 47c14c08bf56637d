using System.Net;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class RevocationTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;
    private readonly IAcme _client = shared.Server.CreateClient<IAcme>();

    [Fact]
    public async Task An_active_token_is_described()
    {
        var token = await _server.SignInAsync(_client);

        var description = await _client.IntrospectTokenAsync(new() { Token = token.AccessToken });

        Assert.True(description.Active);
        Assert.Equal("alice", description.Subject);
        Assert.Equal("test-client", description.ClientId);
        Assert.Equal(["openid", "profile", "email", "offline_access"], description.Scopes);
        Assert.Equal(_server.Issuer, description.Issuer);
        Assert.NotNull(description.ExpiresAt);
    }

    [Fact]
    public async Task A_revoked_access_token_is_inactive()
    {
        var token = await _server.SignInAsync(_client);

        await _client.RevokeTokenAsync(new RevocationRequest { Token = token.AccessToken, TokenTypeHint = "access_token" });

        Assert.False((await _client.IntrospectTokenAsync(new() { Token = token.AccessToken })).Active);
    }

    [Fact]
    public async Task The_API_refuses_a_revoked_access_token()
    {
        var token = await _server.SignInAsync(_client);
        Assert.Equal(HttpStatusCode.OK, (await _server.CallApiAsync(token.AccessToken)).StatusCode);

        await _client.RevokeTokenAsync(new RevocationRequest { Token = token.AccessToken });
        var refusal = await _server.CallApiAsync(token.AccessToken);

        Assert.Equal(HttpStatusCode.Unauthorized, refusal.StatusCode);
        Assert.Contains("error=\"invalid_token\"", refusal.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_refresh_token_is_refused()
    {
        var token = await _server.SignInAsync(_client);

        await _client.RevokeTokenAsync(token);
        var exception = await Assert.ThrowsAsync<OAuthException>(() => _client.RefreshTokenAsync(token));

        Assert.Equal("invalid_grant", exception.Error);
    }

    [Fact]
    public async Task An_unknown_token_is_inactive()
    {
        Assert.False((await _client.IntrospectTokenAsync(new() { Token = "nonsense" })).Active);
    }

    [Fact]
    public async Task With_a_refresh_token_the_access_token_of_the_same_sign_in_is_revoked()
    {
        var token = await _server.SignInAsync(_client);
        var another = await _server.SignInAsync(_client);

        await _client.RevokeTokenAsync(token);

        Assert.False((await _client.IntrospectTokenAsync(new() { Token = token.AccessToken })).Active);
        Assert.True((await _client.IntrospectTokenAsync(new() { Token = another.AccessToken })).Active);
    }

    [Fact]
    public async Task The_revocation_of_an_unknown_token_is_a_success()
    {
        await _client.RevokeTokenAsync(new RevocationRequest { Token = "nonsense" });
    }

    [Fact]
    public async Task Another_client_may_ask_about_a_token()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { Clients = [new() { ClientId = "api", ClientSecret = "secret" }] });
        var token = await server.SignInAsync(server.CreateClient<IAcme>());
        var api = server.CreateClient<IAcme>(options => (options.ClientId, options.ClientSecret) = ("api", "secret"));

        var description = await api.IntrospectTokenAsync(new() { Token = token.AccessToken });

        Assert.True(description.Active);
        Assert.Equal("alice", description.Subject);
    }

    [Fact]
    public async Task Nobody_asks_about_a_token_without_authentication()
    {
        var client = _server.CreateClient<IAcme>(options => options.ClientSecret = "wrong");

        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.IntrospectTokenAsync(new() { Token = "nonsense" }));

        Assert.Equal("invalid_client", exception.Error);
    }

    [Theory]
    [InlineData(null, "Bearer")]
    [InlineData("nonsense", "Bearer error=\"invalid_token\"")]
    public async Task The_API_says_why_it_refuses(string? token, string challenge)
    {
        var refusal = await _server.CallApiAsync(token);

        Assert.Equal(HttpStatusCode.Unauthorized, refusal.StatusCode);
        Assert.StartsWith(challenge, refusal.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }
}
