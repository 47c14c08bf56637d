using System.Net;

namespace SdkGen.OAuth.Interop.Tests.Hydra;

/// <summary>The rules in which Ory is stricter or other than most, and what the library makes of them.</summary>
[Trait("Category", "Interop")]
public sealed class HydraRuleTests(HydraPeer peer) : IClassFixture<HydraPeer>
{
    [Fact]
    public async Task A_state_of_less_than_eight_characters_is_refused_and_ours_is_never_that_short()
    {
        var client = peer.Client<IOry>();
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback });
        using var browser = new Browser();

        var (callback, _) = await browser.CallbackAsync(peer.Here(new(request.Uri.AbsoluteUri.Replace(request.State, "12345", StringComparison.Ordinal))));

        Assert.Contains("error=invalid_state", callback.Query, StringComparison.Ordinal);
        Assert.Equal(43, request.State.Length);
    }

    [Fact]
    public async Task Its_metadata_announce_plain_and_it_never_takes_it()
    {
        var client = peer.Client<IOryPlain>();
        var (request, response) = await peer.AuthorizeAsync(client);

        await App.RefusedAsync("invalid_request", () => client.RedeemAuthorizationCodeAsync(request, response));
    }

    [Fact]
    public async Task A_scope_that_the_client_may_not_ask_for_is_invalid()
    {
        var exception = await App.RefusedAsync("invalid_scope", () => peer.Client<IOry>().RequestClientTokenAsync(new() { Scopes = ["nobody.knows"] }));

        Assert.Contains("nobody.knows", exception.ErrorDescription, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scopes_that_a_comma_separates_are_one_scope_that_nobody_knows() => await App.RefusedAsync(
        "invalid_scope", () => peer.Client<IOry>().RequestClientTokenAsync(new() { Scopes = ["openid,offline"] }));

    [Fact]
    public async Task An_audience_that_is_not_registered_is_an_invalid_request() => await App.RefusedAsync(
        "invalid_request", () => peer.Client<IOry>().RequestClientTokenAsync(new() { Audiences = ["https://elsewhere.example"] }));

    [Theory]
    [InlineData("post")]
    [InlineData("public")]
    public async Task A_client_that_is_registered_for_another_method_is_refused_and_no_other_one_is_tried(string id)
    {
        var exception = await App.RefusedAsync(
            "invalid_client", () => peer.Client<IOry>(id, options => options.ClientSecret = HydraPeer.Secret).RequestClientTokenAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
    }

    [Fact]
    public async Task A_public_client_has_no_token_of_its_own() =>
        await App.RefusedAsync("invalid_grant", () => peer.Client<IOry>("public").RequestClientTokenAsync());

    [Fact]
    public async Task A_grant_that_the_client_may_not_have_is_an_unauthorized_client() => await App.RefusedAsync(
        "unauthorized_client", () => peer.Client<IOry>("machine").RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = "ory_rt_any" }));

    [Fact]
    public async Task A_token_hook_that_refuses_is_a_403_with_an_OAuth_error()
    {
        var exception = await App.RefusedAsync("access_denied", () => peer.Client<IOry>().RequestClientTokenAsync(new() { Scopes = ["orders.write"] }));

        Assert.Equal((HttpStatusCode.Forbidden, false), (exception.StatusCode, exception.IsTransient));
    }

    [Fact]
    public async Task A_code_that_is_used_twice_ends_what_it_brought()
    {
        var (first, second) = (peer.Client<IOry>(), peer.Client<IOry>());
        var (request, response) = await peer.AuthorizeAsync(first);
        var token = await first.RedeemAuthorizationCodeAsync(request, response);

        await App.RefusedAsync("invalid_grant", () => second.RedeemAuthorizationCodeAsync(request, response));

        Assert.False((await peer.Administration().IntrospectTokenAsync(new() { Token = token.AccessToken })).Active);
    }

    [Fact]
    public async Task A_refresh_token_that_is_used_twice_ends_its_family()
    {
        var client = peer.Client<IOry>();
        var first = await peer.SignInAsync(client);
        var second = await client.RefreshTokenAsync(first);

        await App.RefusedAsync("invalid_grant", () => client.RefreshTokenAsync(first));

        await App.RefusedAsync("invalid_grant", () => client.RefreshTokenAsync(second));
    }

    [Fact]
    public async Task A_redirect_URI_that_is_not_registered_is_the_users_affair_and_not_the_applications()
    {
        var request = await peer.Client<IOry>().CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://attacker.example/callback") });
        using var browser = new Browser();

        Assert.Contains("cannot be answered", await browser.PageAsync(peer.Here(request.Uri)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administration_says_its_errors_in_an_object()
    {
        var exception = await App.RefusedAsync("Unauthorized", () => peer.Administration("ory_pat_wrong").IntrospectTokenAsync(new() { Token = "any" }));

        Assert.Equal("Access credentials are invalid", exception.ErrorDescription);
        Assert.DoesNotContain("ory_pat_wrong", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_info_request_with_a_dead_token_says_why()
    {
        var client = peer.Client<IOry>();
        var token = await peer.SignInAsync(client);
        await client.RevokeTokenAsync(token);

        var exception = await App.RefusedAsync("request_unauthorized", () => client.GetUserInfoAsync(token));

        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
    }

    [Fact]
    public async Task A_device_that_asks_too_often_is_told_to_slow_down()
    {
        var client = peer.Client<IOry>("public");
        var authorization = await client.RequestDeviceAuthorizationAsync();
        await App.RefusedAsync("authorization_pending", () => client.RequestDeviceTokenAsync(new(authorization)));

        var exception = await App.RefusedAsync("slow_down", () => client.RequestDeviceTokenAsync(new(authorization)));

        Assert.True(exception.IsTransient);
    }

    [Fact]
    public async Task A_user_who_refuses_a_device_ends_its_wait()
    {
        var client = peer.Client<IOry>("public");
        using var browser = new Browser();

        await App.RefusedAsync("access_denied", () => client.SignInWithDeviceCodeAsync(
            prompt => browser.PageAsync(peer.Here(new(prompt.VerificationUriComplete!.AbsoluteUri + "&deny=true")))));
    }
}
