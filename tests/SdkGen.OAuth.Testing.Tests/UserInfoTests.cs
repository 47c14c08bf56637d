using System.Net;
using System.Text.Json.Nodes;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class UserInfoTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;
    private readonly IAcme _client = shared.Server.CreateClient<IAcme>();

    [Fact]
    public async Task The_standard_claims_are_there()
    {
        var user = await _client.GetUserInfoAsync(await _server.SignInAsync(_client));

        Assert.Equal("alice", user.Subject);
        Assert.Equal("Alice Adams", user.Name);
        Assert.Equal("Alice", user.GivenName);
        Assert.Equal("Adams", user.FamilyName);
        Assert.Equal("alice", user.PreferredUsername);
        Assert.Equal("alice@example.com", user.Email);
        Assert.True(user.EmailVerified);
    }

    [Fact]
    public async Task Scopes_say_which_claims_are_there()
    {
        var token = await _server.SignInAsync(_client, "bob", new() { RedirectUri = SignIn.RedirectUri, Scopes = ["openid", "email"] });

        var user = await _client.GetUserInfoAsync(token);

        Assert.Equal("bob@example.com", user.Email);
        Assert.False(user.EmailVerified);
        Assert.Null(user.Name);
    }

    [Fact]
    public async Task Without_openid_all_claims_are_there()
    {
        var token = await _server.SignInAsync(_client, "alice", new() { RedirectUri = SignIn.RedirectUri, Scopes = ["read:user"] });

        Assert.Equal("Alice Adams", (await _client.GetUserInfoAsync(token)).Name);
    }

    [Fact]
    public async Task A_user_can_have_claims_of_the_tests_own()
    {
        var carol = new TestUser
        {
            Subject = "carol",
            Claims = new() { ["picture"] = "https://pictures.example/carol", ["roles"] = new JsonArray("admin", "editor"), ["login_count"] = 7 },
        };
        await using var server = await TestAuthorizationServer.StartAsync(new() { Users = [carol] });
        var client = server.CreateClient<IAcme>();

        var token = await server.SignInAsync(client, "carol", new() { RedirectUri = SignIn.RedirectUri, Scopes = ["openid"] });
        using var http = server.CreateHttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token.AccessToken);
        var reply = await (await http.GetAsync(server.Metadata.UserInfoEndpoint)).ReadJsonAsync();

        Assert.Equal(7, (int?)reply["login_count"]);
        Assert.Equal("editor", (string?)reply["roles"]![1]);
        Assert.Null(reply["picture"]);
        Assert.Equal("7", token.IdToken!["login_count"]);
    }

    [Fact]
    public async Task The_token_of_a_client_has_no_user()
    {
        var token = await _client.RequestClientTokenAsync();

        var exception = await Assert.ThrowsAsync<OAuthException>(() => _client.GetUserInfoAsync(token));

        Assert.Equal(HttpStatusCode.Forbidden, exception.StatusCode);
    }

    [Fact]
    public async Task A_revoked_token_is_refused()
    {
        var token = await _server.SignInAsync(_client);
        await _client.RevokeTokenAsync(new RevocationRequest { Token = token.AccessToken });

        var exception = await Assert.ThrowsAsync<OAuthException>(() => _client.GetUserInfoAsync(token));

        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
    }
}
