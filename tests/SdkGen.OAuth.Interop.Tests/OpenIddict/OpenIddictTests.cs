using System.Net;

namespace SdkGen.OAuth.Interop.Tests.OpenIddict;

/// <summary>The flows of OpenIddict, and where it is unlike others.</summary>
[Trait("Category", "Interop")]
public sealed class OpenIddictTests(OpenIddictPeer peer) : IClassFixture<OpenIddictPeer>
{
    [Theory]
    [InlineData("encrypted", 5)]
    [InlineData("plain", 3)]
    [InlineData("reference", 1)]
    public async Task A_token_is_for_the_resource_and_its_shape_is_nothing_to_the_client(string setting, int parts)
    {
        var client = peer.Client<IOpenIddict>(setting: setting);

        var token = await App.SignInAsync(client);
        var about = await client.IntrospectTokenAsync(new() { Token = token.AccessToken });

        Assert.Equal(parts, token.AccessToken.Split('.').Length);
        Assert.Equal((true, "alice"), (about.Active, about.Subject));
        Assert.Equal("User alice", (await client.GetUserInfoAsync(token)).Name);
    }

    [Theory]
    [InlineData("encrypted")]
    [InlineData("plain")]
    [InlineData("reference")]
    public async Task A_refresh_token_that_is_used_twice_ends_its_family(string setting)
    {
        var client = peer.Client<IOpenIddict>(setting: setting);
        var first = await App.SignInAsync(client);
        var second = await client.RefreshTokenAsync(first);
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);

        await App.RefusedAsync("invalid_grant", () => client.RefreshTokenAsync(first));

        await App.RefusedAsync("invalid_grant", () => client.RefreshTokenAsync(second));
    }

    [Theory]
    [InlineData("encrypted")]
    [InlineData("plain")]
    [InlineData("reference")]
    public async Task A_revoked_token_is_inactive(string setting)
    {
        var client = peer.Client<IOpenIddict>(setting: setting);
        var token = await App.SignInAsync(client);

        await client.RevokeTokenAsync(token);

        Assert.False((await client.IntrospectTokenAsync(new() { Token = token.RefreshToken! })).Active);
    }

    [Fact]
    public async Task A_public_client_signs_a_user_in() =>
        Assert.Equal("bob", (await App.SignInAsync(peer.Client<IOpenIddict>("public"), parameters => parameters with { LoginHint = "bob" })).IdToken?.Subject);

    [Fact]
    public async Task A_pushed_request_keeps_its_parameters_out_of_the_browser() =>
        Assert.Equal("carol", (await App.SignInAsync(peer.Client<IOpenIddictPar>(), parameters => parameters with { LoginHint = "carol" })).IdToken?.Subject);

    [Fact]
    public async Task A_token_is_exchanged_and_the_response_says_for_what()
    {
        var client = peer.Client<IOpenIddict>();
        var user = await App.SignInAsync(client);

        var token = await client.ExchangeTokenAsync(new() { SubjectToken = user.AccessToken, RequestedTokenType = TokenTypes.AccessToken });

        Assert.Equal(TokenTypes.AccessToken, token.IssuedTokenType);
    }

    [Fact]
    public async Task A_user_signs_out_and_comes_back()
    {
        var client = peer.Client<IOpenIddict>();
        var token = await App.SignInAsync(client);
        using var browser = new Browser();

        var logout = await client.CreateEndSessionRequestAsync(new() { IdTokenHint = token.IdToken!.Value, PostLogoutRedirectUri = App.Goodbye });
        var (left, _) = await browser.CallbackAsync(logout.Uri);

        Assert.Contains("state=" + logout.State, left.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_names_no_scope_in_a_token_of_a_machine_and_means_the_one_that_was_asked_for() => Assert.Equal(
        ["orders.read"], (await peer.Client<IOpenIddict>().RequestClientTokenAsync(new() { Scopes = ["orders.read"] })).Scopes);

    [Fact]
    public async Task A_scope_that_it_does_not_know_is_invalid() => await App.RefusedAsync(
        "invalid_scope", () => peer.Client<IOpenIddict>().RequestClientTokenAsync(new() { Scopes = ["nobody.knows"] }));

    [Fact]
    public async Task A_wrong_secret_is_an_invalid_client_with_a_page_about_it()
    {
        var client = peer.Client<IOpenIddict>(configure: options => options.ClientSecret = "wrong");

        var exception = await App.RefusedAsync("invalid_client", () => client.RequestClientTokenAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
        Assert.StartsWith("https://documentation.openiddict.com/errors/", exception.ErrorUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("we:ird id")]
    [InlineData("weird-secret")]
    public async Task An_id_and_a_secret_of_unusual_letters_are_encoded(string id) =>
        Assert.NotNull(await peer.Client<IOpenIddict>(id).RequestClientTokenAsync());

    [Fact]
    public async Task Not_encoded_they_are_not_understood() =>
        await App.RefusedAsync("invalid_client", () => peer.Client<IOpenIddictRawBasic>("weird-secret").RequestClientTokenAsync());

    [Fact]
    public async Task An_assertion_is_for_the_issuer_and_of_its_own_type() =>
        Assert.NotNull(await peer.Client<IOpenIddictKeyJwt>("key").RequestClientTokenAsync());

    [Fact]
    public async Task An_assertion_of_another_type_is_refused() =>
        await App.RefusedAsync("invalid_client", () => peer.Client<IOpenIddictPlainJwt>("key").RequestClientTokenAsync());

    [Fact]
    public async Task An_assertion_for_the_endpoint_is_refused()
    {
        var exception = await App.FailsAsync(() => peer.Client<IOpenIddictEndpointJwt>("key").RequestClientTokenAsync());

        Assert.Equal((OAuthFailure.ErrorResponse, HttpStatusCode.BadRequest), (exception.Failure, exception.StatusCode));
    }

    [Fact]
    public async Task A_code_that_is_used_twice_is_an_invalid_grant()
    {
        var (first, second) = (peer.Client<IOpenIddict>(), peer.Client<IOpenIddict>());
        var (request, response) = await App.AuthorizeAsync(first);
        var token = await first.RedeemAuthorizationCodeAsync(request, response);

        await App.RefusedAsync("invalid_grant", () => second.RedeemAuthorizationCodeAsync(request, response));

        Assert.False((await first.IntrospectTokenAsync(new() { Token = token.AccessToken })).Active);
    }

    [Fact]
    public async Task Without_a_challenge_it_shows_the_user_a_page_and_sends_nobody_back()
    {
        var request = await peer.Client<IOpenIddictWithoutPkce>().CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback });
        using var browser = new Browser();

        Assert.Contains("error:invalid_request", await browser.PageAsync(request.Uri), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_issuer_ends_with_a_slash_and_one_without_is_another()
    {
        var exception = await App.FailsAsync(() => Clients.Create<IOpenIddict>(
            peer.Issuer().TrimEnd('/'), options => (options.ClientId, options.ClientSecret) = ("web", OpenIddictServer.Secret)).RequestClientTokenAsync());

        Assert.Equal(OAuthFailure.DiscoveryIssuerMismatch, exception.Failure);
    }
}
