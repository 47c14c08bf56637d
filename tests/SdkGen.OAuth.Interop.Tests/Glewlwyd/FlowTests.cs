namespace SdkGen.OAuth.Interop.Tests.Glewlwyd;

/// <summary>Every flow that the server and the library both have.</summary>
public sealed class FlowTests(GlewlwydPeer peer) : GlewlwydTest(peer)
{
    [SkippableFact]
    public async Task A_machine_gets_a_token() => await WorksAsync(Client<IGlewlwyd>());

    [SkippableFact]
    public async Task A_machine_with_its_secret_in_the_body_gets_a_token() => await WorksAsync(Client<IGlewlwydPost>());

    [SkippableFact]
    public async Task A_machine_that_signs_with_its_secret_gets_a_token() => await WorksAsync(Client<IGlewlwydSecretJwt>());

    [SkippableFact]
    public async Task A_machine_that_signs_with_a_key_gets_a_token() => await WorksAsync(Client<IGlewlwydKeyJwt>("key"));

    [SkippableTheory]
    [InlineData("web")]
    [InlineData("public")]
    public async Task A_user_signs_in_and_says_who_they_are(string id)
    {
        var client = Client<IGlewlwyd>(id);

        var token = await SignInAsync(client);
        var user = await client.GetUserInfoAsync(token);

        Assert.Equal(token.IdToken?.Subject, user.Subject);
        Assert.Equal("Alice Adams", user.Name);
        Assert.Equal("Bearer", token.TokenType, ignoreCase: true);
    }

    [SkippableFact]
    public async Task A_refresh_brings_another_refresh_token()
    {
        var client = Client<IGlewlwyd>();
        var first = await SignInAsync(client);

        var second = await client.RefreshTokenAsync(first);

        Assert.NotNull(second.RefreshToken);
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
    }

    [SkippableFact]
    public async Task A_revoked_token_is_inactive()
    {
        var client = Client<IGlewlwyd>();
        var token = await SignInAsync(client);
        var before = await client.IntrospectTokenAsync(new() { Token = token.AccessToken });

        await client.RevokeTokenAsync(new RevocationRequest { Token = token.AccessToken });

        Assert.True(before.Active);
        Assert.Equal("web", before.ClientId);
        Assert.False((await client.IntrospectTokenAsync(new() { Token = token.AccessToken })).Active);
    }

    [SkippableFact]
    public async Task A_pushed_request_keeps_its_parameters_out_of_the_browser()
    {
        var client = Client<IGlewlwydPar>();
        var token = await SignInAsync(client);

        Assert.NotNull(token.IdToken);
    }

    [SkippableFact]
    public async Task A_device_gets_the_tokens_of_the_user_who_enters_its_code()
    {
        var client = Client<IGlewlwyd>();
        var authorization = await client.RequestDeviceAuthorizationAsync();
        var pending = await App.RefusedAsync("authorization_pending", () => client.RequestDeviceTokenAsync(new(authorization)));
        using var browser = await Peer.SignInAsync();

        await browser.PageAsync(GlewlwydPeer.Continue(authorization.VerificationUriComplete!));
        var token = await client.WaitForDeviceTokenAsync(authorization);

        Assert.True(pending.IsTransient);
        Assert.NotNull(token.AccessToken);
    }

    [SkippableFact]
    public async Task A_user_signs_in_with_a_token_that_is_bound_to_a_key()
    {
        var client = Client<IGlewlwydDPoP>();

        var token = await SignInAsync(client);

        Assert.Equal("DPoP", token.TokenType);
        Assert.Equal("Alice Adams", (await client.GetUserInfoAsync(token)).Name);
    }

    [SkippableFact]
    public async Task A_user_signs_out()
    {
        var client = Client<IGlewlwyd>();
        var token = await SignInAsync(client);

        var logout = await client.CreateEndSessionRequestAsync(new() { IdTokenHint = token.IdToken!.Value, PostLogoutRedirectUri = App.Goodbye });

        Assert.StartsWith(Peer.Issuer + "/end_session", logout.Uri.AbsoluteUri, StringComparison.Ordinal);
    }

    private static async Task WorksAsync(IClientCredentialsGrant client) =>
        Assert.Equal(["orders.read"], (await client.RequestClientTokenAsync(new() { Scopes = ["orders.read"] })).Scopes);
}
