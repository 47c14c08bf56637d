using System.Net;

namespace SdkGen.OAuth.Interop.Tests.MockServer;

/// <summary>A server that grants anything: what the library accepts of its replies, and what it refuses though the server means well.</summary>
[Collection("oauth2-mock-server")]
[Trait("Category", "Interop")]
public sealed class MockServerTests
{
    private readonly MockServerPeer _peer;

    public MockServerTests(MockServerPeer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        peer.Require();
        _peer = peer;
    }

    [SkippableFact]
    public async Task A_user_signs_in_refreshes_and_leaves()
    {
        var client = Client("an-honest-client");
        using var browser = new Browser();
        var token = await App.SignInAsync(client, browser: browser);
        var user = await client.GetUserInfoAsync(token);
        var renewed = await client.RefreshTokenAsync(token);
        await client.RevokeTokenAsync(renewed);
        var logout = await client.CreateEndSessionRequestAsync(new() { PostLogoutRedirectUri = App.Goodbye });

        Assert.Equal("johndoe", token.IdToken?.Subject);
        Assert.Equal("John Doe", user.Name);
        Assert.NotEqual(token.RefreshToken, renewed.RefreshToken);
        Assert.Contains("state=" + logout.State, (await browser.CallbackAsync(logout.Uri)).Address.Query, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_token_is_active_whatever_it_is_and_says_nothing_else()
    {
        var about = await Client().IntrospectTokenAsync(new() { Token = "anything" });

        Assert.True(about.Active);
        Assert.Null(about.Subject);
        Assert.Empty(about.Scopes);
    }

    [SkippableTheory]
    [InlineData("TR-13: expires_in as a text", "expires-text", 300)]
    [InlineData("TR-11: no expires_in", "expires-missing", null)]
    public async Task A_lifetime_is_read_in_any_shape(string id, string client, int? seconds)
    {
        Assert.NotEmpty(id);
        Assert.Equal(seconds, (await Client(client).RequestClientTokenAsync()).ExpiresIn?.TotalSeconds);
    }

    [SkippableFact]
    public async Task Scopes_are_read_from_a_list_too() =>
        Assert.Equal(["openid", "email"], (await Client("scope-list").RequestClientTokenAsync()).Scopes);

    [SkippableFact]
    public async Task A_missing_token_type_is_Bearer() => Assert.Equal("Bearer", (await Client("no-token-type").RequestClientTokenAsync()).TokenType);

    [SkippableTheory]
    [InlineData("expires-words", OAuthFailure.InvalidLifetime)]
    [InlineData("other-token-type", OAuthFailure.UnsupportedTokenType)]
    public async Task A_reply_that_cannot_be_used_is_refused(string client, OAuthFailure failure) =>
        Assert.Equal(failure, (await App.FailsAsync(() => Client(client).RequestClientTokenAsync())).Failure);

    [SkippableTheory]
    [InlineData("unsigned", OAuthFailure.IdTokenAlgorithm)]
    [InlineData("forged", OAuthFailure.IdTokenSignature)]
    [InlineData("wrong-audience", OAuthFailure.IdTokenAudience)]
    [InlineData("wrong-issuer", OAuthFailure.IdTokenIssuer)]
    [InlineData("wrong-nonce", OAuthFailure.IdTokenNonce)]
    [InlineData("no-nonce", OAuthFailure.IdTokenNonce)]
    [InlineData("expired", OAuthFailure.IdTokenExpired)]
    [InlineData("no-id-token", OAuthFailure.IdTokenMissing)]
    public async Task An_id_token_that_lies_signs_nobody_in(string client, OAuthFailure failure) =>
        Assert.Equal(failure, (await App.FailsAsync(() => App.SignInAsync(Client(client)))).Failure);

    [SkippableTheory]
    [InlineData("error-200", "invalid_grant", HttpStatusCode.OK)]
    [InlineData("teapot", "invalid_request", (HttpStatusCode)418)]
    public async Task An_error_is_one_whatever_the_status(string client, string error, HttpStatusCode status)
    {
        var exception = await App.RefusedAsync(error, () => Client(client).RequestClientTokenAsync());

        Assert.Equal(status, exception.StatusCode);
    }

    [SkippableFact]
    public async Task A_wrong_verifier_is_an_invalid_request_here()
    {
        var client = Client("an-honest-client");
        var (_, response) = await App.AuthorizeAsync(client);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback });

        // The state is that of the other request, so the library refuses first: the server never sees the code.
        Assert.Equal(OAuthFailure.StateMismatch, (await App.FailsAsync(() => client.RedeemAuthorizationCodeAsync(request, response))).Failure);
    }

    private IMockServer Client(string id = "client") => Clients.Create<IMockServer>(_peer.Issuer, options => options.ClientId = id);
}
