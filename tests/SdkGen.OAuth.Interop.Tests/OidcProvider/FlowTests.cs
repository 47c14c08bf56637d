namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>Every flow that the server and the library both have.</summary>
public sealed class FlowTests(OidcProviderPeer peer) : OidcProviderTest(peer)
{
    [SkippableFact]
    public async Task A_machine_gets_a_token()
    {
        var token = await Basic().RequestClientTokenAsync(new() { Scopes = ["orders.read"] });

        Assert.Equal(["orders.read"], token.Scopes);
        Assert.Equal(TimeSpan.FromMinutes(10), token.ExpiresIn);
        Assert.Null(token.RefreshToken);
    }

    [SkippableFact]
    public async Task A_user_signs_in_and_says_who_they_are()
    {
        var client = Basic();

        var token = await App.SignInAsync(client);
        var user = await client.GetUserInfoAsync(token);

        Assert.Equal("alice", token.IdToken?.Subject);
        Assert.Equal("User alice", user.Name);
        Assert.True(user.EmailVerified);
        Assert.NotNull(token.RefreshToken);
    }

    [SkippableFact]
    public async Task A_public_client_signs_a_user_in()
    {
        var token = await App.SignInAsync(Client<IOidcProvider>("public"), parameters => parameters with { LoginHint = "bob" });

        Assert.Equal("bob", token.IdToken?.Subject);
    }

    [SkippableFact]
    public async Task The_answer_comes_in_a_form() =>
        Assert.Equal("alice", (await App.SignInAsync(Client<IOidcProviderFormPost>())).IdToken?.Subject);

    [SkippableFact]
    public async Task A_user_who_refuses_is_told_apart_from_a_fault()
    {
        var client = Basic();
        var (request, response) = await App.AuthorizeAsync(client, parameters => parameters with { LoginHint = "deny" });

        var exception = await App.RefusedAsync("access_denied", () => client.RedeemAuthorizationCodeAsync(request, response));

        Assert.Equal(OAuthFailure.AuthorizationError, exception.Failure);
        Assert.Equal("The user refused", exception.ErrorDescription);
    }

    [SkippableFact]
    public async Task The_time_of_the_sign_in_is_in_the_id_token_if_its_age_matters()
    {
        var token = await App.SignInAsync(Basic(), parameters => parameters with { MaxAge = TimeSpan.FromMinutes(5) });

        Assert.NotNull(token.IdToken?["auth_time"]);
    }

    [SkippableFact]
    public async Task A_refresh_brings_another_refresh_token_and_the_same_user()
    {
        var client = Basic();
        var first = await App.SignInAsync(client);

        var second = await client.RefreshTokenAsync(first);

        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        Assert.Equal("alice", second.IdToken?.Subject);
        Assert.Equal("User alice", (await client.GetUserInfoAsync(second)).Name);
    }

    [SkippableFact]
    public async Task A_revoked_token_is_inactive()
    {
        var client = Basic();
        var token = await App.SignInAsync(client);
        var before = await client.IntrospectTokenAsync(new() { Token = token.AccessToken });

        await client.RevokeTokenAsync(token);

        Assert.True(before.Active);
        Assert.Equal(("basic", "alice"), (before.ClientId, before.Subject));
        Assert.False((await client.IntrospectTokenAsync(new() { Token = token.RefreshToken! })).Active);
        Assert.False((await client.IntrospectTokenAsync(new() { Token = token.AccessToken })).Active);
    }

    [SkippableFact]
    public async Task A_token_that_nobody_knows_is_revoked_without_an_error()
    {
        await Basic().RevokeTokenAsync(new RevocationRequest { Token = "never-issued" });
        Assert.False((await Basic().IntrospectTokenAsync(new() { Token = "never-issued" })).Active);
    }

    [SkippableFact]
    public async Task A_device_gets_the_tokens_of_the_user_who_enters_its_code()
    {
        var client = Basic();
        var authorization = await client.RequestDeviceAuthorizationAsync();
        var pending = await App.RefusedAsync("authorization_pending", () => client.RequestDeviceTokenAsync(new(authorization)));
        using var browser = new Browser();

        await browser.PageAsync(authorization.VerificationUriComplete!);
        var token = await client.RequestDeviceTokenAsync(new(authorization));

        Assert.True(pending.IsTransient);
        Assert.Equal(TimeSpan.FromSeconds(5), authorization.Interval);
        Assert.Equal("alice", token.IdToken?.Subject);
    }

    [SkippableFact]
    public async Task A_token_is_exchanged_for_another_one()
    {
        var client = Basic();
        var user = await App.SignInAsync(client);

        var token = await client.ExchangeTokenAsync(new() { SubjectToken = user.AccessToken });

        Assert.NotEqual(user.AccessToken, token.AccessToken);
        Assert.Equal(TokenTypes.AccessToken, token.IssuedTokenType);
        Assert.Equal("alice", (await client.IntrospectTokenAsync(new() { Token = token.AccessToken })).Subject);
    }

    [SkippableFact]
    public async Task A_resource_that_is_named_gets_a_token_of_its_own()
    {
        var token = await Basic().RequestClientTokenAsync(new() { Scopes = ["orders.read"], Resources = ["https://orders.example.com"] });

        Assert.Equal(2, token.AccessToken.Count(letter => letter == '.'));
    }

    [SkippableFact]
    public async Task A_resource_of_a_sign_in_is_named_again_when_its_token_is_asked_for()
    {
        var client = Basic();
        var signedIn = await App.SignInAsync(
            client, parameters => parameters with { Scopes = ["openid", "orders.read", "offline_access"], Resources = ["https://orders.example.com"] });

        var token = await client.RefreshTokenAsync(new(signedIn) { Resources = ["https://orders.example.com"] });

        Assert.Equal(2, token.AccessToken.Count(letter => letter == '.'));
    }

    [SkippableTheory]
    [InlineData("open")]
    [InlineData("par")]
    public async Task A_pushed_request_keeps_its_parameters_out_of_the_browser(string setting)
    {
        var client = Client<IOidcProviderPar>("basic", setting);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback, LoginHint = "carol" });

        Assert.DoesNotContain("login_hint", request.Uri.Query, StringComparison.Ordinal);
        Assert.Equal("carol", (await App.SignInAsync(client, parameters => parameters with { LoginHint = "carol" })).IdToken?.Subject);
    }

    [SkippableFact]
    public async Task A_server_that_demands_pushed_requests_gets_them_undeclared()
    {
        var token = await App.SignInAsync(Client<IOidcProvider>("basic", "par"));

        Assert.Equal("alice", token.IdToken?.Subject);
    }

    [SkippableFact]
    public async Task A_user_signs_out_and_comes_back()
    {
        var client = Basic();
        using var browser = new Browser();
        var token = await App.SignInAsync(client, browser: browser);

        var logout = await client.CreateEndSessionRequestAsync(new() { IdTokenHint = token.IdToken!.Value, PostLogoutRedirectUri = App.Goodbye });
        var (left, _) = await browser.CallbackAsync(logout.Uri);

        Assert.StartsWith(App.Goodbye.AbsoluteUri, left.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("state=" + logout.State, left.Query, StringComparison.Ordinal);
    }
}
