using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class BackchannelLogoutTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;

    [Fact]
    public async Task A_logout_token_names_the_session_of_the_sign_in()
    {
        var client = _server.CreateClient<IAcme>();
        var browser = _server.CreateUserAgent();
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = SignIn.RedirectUri });
        var token = await client.RedeemAuthorizationCodeAsync(request, await browser.AuthorizeAsync(request));

        var logout = await client.ValidateLogoutTokenAsync(_server.CreateLogoutToken("alice", browser.SessionId));

        Assert.Equal(token.IdToken!.SessionId, logout.SessionId);
        Assert.Equal(token.IdToken.Issuer, logout.Issuer);
        Assert.Equal("alice", logout.Subject);
    }

    [Fact]
    public async Task A_logout_token_can_be_made_wrong_in_every_way()
    {
        var token = _server.CreateLogoutToken(change: claims => claims["nonce"] = "n");

        var exception = await Assert.ThrowsAsync<OAuthException>(() => _server.CreateClient<IAcme>().ValidateLogoutTokenAsync(token));

        Assert.Equal(OAuthFailure.LogoutTokenNonce, exception.Failure);
    }
}
