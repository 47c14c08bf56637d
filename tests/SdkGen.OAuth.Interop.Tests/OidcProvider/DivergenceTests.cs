using System.Net;

namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>Where this server is unlike others, and what the library makes of it.</summary>
public sealed class DivergenceTests(OidcProviderPeer peer) : OidcProviderTest(peer)
{
    [SkippableFact]
    public async Task A_scope_that_it_does_not_know_is_dropped_and_the_response_says_so()
    {
        var token = await Basic().RequestClientTokenAsync(new() { Scopes = ["orders.read", "nobody.knows"] });

        Assert.Equal(["orders.read"], token.Scopes);
    }

    [SkippableFact]
    public async Task Without_any_scope_granted_the_response_names_none()
    {
        var token = await Basic().RequestClientTokenAsync();

        Assert.Empty(token.Scopes);
    }

    [SkippableFact]
    public async Task A_code_that_is_used_twice_ends_what_it_brought()
    {
        // Two machines that share no memory of used requests, so the server sees the code a second time.
        var (first, second) = (Basic(), Basic());
        var (request, response) = await App.AuthorizeAsync(first);
        var token = await first.RedeemAuthorizationCodeAsync(request, response);

        await App.RefusedAsync("invalid_grant", () => second.RedeemAuthorizationCodeAsync(request, response));

        Assert.False((await first.IntrospectTokenAsync(new() { Token = token.AccessToken })).Active);
        await App.RefusedAsync("invalid_grant", () => first.RefreshTokenAsync(token));
    }

    [SkippableFact]
    public async Task A_refresh_token_that_is_used_twice_ends_its_family()
    {
        var client = Basic();
        var first = await App.SignInAsync(client);
        var second = await client.RefreshTokenAsync(first);

        await App.RefusedAsync("invalid_grant", () => client.RefreshTokenAsync(first));

        await App.RefusedAsync("invalid_grant", () => client.RefreshTokenAsync(second));
        Assert.False((await client.IntrospectTokenAsync(new() { Token = second.AccessToken })).Active);
    }

    [SkippableFact]
    public async Task Without_a_challenge_it_sends_the_user_back_with_an_error()
    {
        var client = Client<IOidcProviderWithoutPkce>("public");
        var (request, response) = await App.AuthorizeAsync(client);

        var exception = await App.RefusedAsync("invalid_request", () => client.RedeemAuthorizationCodeAsync(request, response));

        Assert.Equal(OAuthFailure.AuthorizationError, exception.Failure);
    }

    [SkippableFact]
    public async Task A_grant_that_a_client_may_not_have_is_an_invalid_request_and_not_an_unauthorized_client()
    {
        var exception = await App.RefusedAsync("invalid_request", () => Client<IOidcProvider>("public").RequestClientTokenAsync());

        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
    }

    [SkippableFact]
    public async Task Its_issuer_has_no_slash_at_the_end_and_one_with_a_slash_is_another()
    {
        var client = Clients.Create<IOidcProvider>(Peer.Issuer() + "/", options => (options.ClientId, options.ClientSecret) = ("basic", OidcProviderPeer.Secret));

        Assert.Equal(OAuthFailure.DiscoveryIssuerMismatch, (await App.FailsAsync(() => client.RequestClientTokenAsync())).Failure);
    }
}
