using System.Net;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class TokenExchangeTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;
    private readonly IAcme _client = shared.Server.CreateClient<IAcme>();

    [Fact]
    public async Task A_token_is_exchanged_for_one_of_the_same_user()
    {
        var token = await _server.SignInAsync(_client);

        var exchanged = await _client.ExchangeTokenAsync(new() { SubjectToken = token.AccessToken, Audiences = ["orders"], Scopes = ["orders.read"] });

        var claims = Http.Claims(exchanged.AccessToken);
        Assert.Equal("alice", (string?)claims["sub"]);
        Assert.Equal("orders", (string?)claims["aud"]);
        Assert.Equal("orders.read", (string?)claims["scope"]);
        Assert.Equal(TokenTypes.AccessToken, exchanged.IssuedTokenType);
        Assert.Equal(TimeSpan.FromHours(1), exchanged.ExpiresIn);
        Assert.Equal(HttpStatusCode.OK, (await _server.CallApiAsync(exchanged.AccessToken)).StatusCode);
    }

    [Fact]
    public async Task Without_scopes_the_token_keeps_those_it_had()
    {
        var token = await _server.SignInAsync(_client);

        var exchanged = await _client.ExchangeTokenAsync(new() { SubjectToken = token.AccessToken });

        Assert.Equal("openid profile email", (string?)Http.Claims(exchanged.AccessToken)["scope"]);
    }

    [Fact]
    public async Task The_actor_is_named_in_the_token()
    {
        var token = await _server.SignInAsync(_client);
        var actor = await _client.RequestClientTokenAsync();

        var exchanged = await _client.ExchangeTokenAsync(new() { SubjectToken = token.AccessToken, ActorToken = actor.AccessToken });

        Assert.Equal("test-client", (string?)Http.Claims(exchanged.AccessToken)["act"]!["sub"]);
    }

    [Fact]
    public async Task An_ID_token_can_be_exchanged()
    {
        var token = await _server.SignInAsync(_client);

        var exchanged = await _client.ExchangeTokenAsync(new()
        {
            SubjectToken = token.IdToken!.Value,
            SubjectTokenType = TokenTypes.IdToken,
            Scopes = ["orders.read"],
        });

        Assert.Equal("alice", (string?)Http.Claims(exchanged.AccessToken)["sub"]);
    }

    [Fact]
    public async Task A_refresh_token_can_be_asked_for()
    {
        var token = await _server.SignInAsync(_client);

        var exchanged = await _client.ExchangeTokenAsync(new() { SubjectToken = token.AccessToken, RequestedTokenType = TokenTypes.RefreshToken });
        var refreshed = await _client.RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = exchanged.AccessToken });

        Assert.Equal("N_A", exchanged.TokenType);
        Assert.Equal("alice", (string?)Http.Claims(refreshed.AccessToken)["sub"]);
    }

    [Fact]
    public async Task A_revoked_token_is_not_exchanged()
    {
        var token = await _server.SignInAsync(_client);
        await _client.RevokeTokenAsync(new RevocationRequest { Token = token.AccessToken });

        var exception = await Assert.ThrowsAsync<OAuthException>(() => _client.ExchangeTokenAsync(new() { SubjectToken = token.AccessToken }));

        Assert.Equal("invalid_grant", exception.Error);
    }

    [Fact]
    public async Task A_token_of_an_unknown_type_is_not_exchanged()
    {
        var exception = await Assert.ThrowsAsync<OAuthException>(
            () => _client.ExchangeTokenAsync(new() { SubjectToken = "<saml>", SubjectTokenType = TokenTypes.Saml2 }));

        Assert.Equal("invalid_request", exception.Error);
    }
}
