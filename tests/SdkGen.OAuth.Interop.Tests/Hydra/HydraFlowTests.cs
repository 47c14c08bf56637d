namespace SdkGen.OAuth.Interop.Tests.Hydra;

/// <summary>Every flow that Ory's users have.</summary>
[Trait("Category", "Interop")]
public sealed class HydraFlowTests(HydraPeer peer) : IClassFixture<HydraPeer>
{
    [Theory]
    [InlineData("basic")]
    [InlineData("we:ird id")]
    public async Task A_machine_gets_a_token(string id)
    {
        var token = await peer.Client<IOry>(id).RequestClientTokenAsync(new() { Scopes = ["orders.read"] });

        Assert.StartsWith("ory_at_", token.AccessToken, StringComparison.Ordinal);
        Assert.Equal(["orders.read"], token.Scopes);
        Assert.Equal(3599, token.ExpiresIn?.TotalSeconds);
    }

    [Fact]
    public async Task A_machine_with_its_secret_in_the_body_gets_a_token() =>
        Assert.NotNull(await peer.Client<IOryPost>("post").RequestClientTokenAsync());

    [Fact]
    public async Task A_machine_that_signs_gets_a_token_each_time_since_each_assertion_is_new()
    {
        var client = peer.Client<IOryKeyJwt>("key");

        Assert.NotEqual((await client.RequestClientTokenAsync()).AccessToken, (await client.RequestClientTokenAsync()).AccessToken);
    }

    [Fact]
    public async Task An_audience_is_granted_by_its_beginning()
    {
        var token = await peer.Client<IOry>().RequestClientTokenAsync(new() { Audiences = ["https://orders.example.com/v2"] });

        Assert.Equal(["https://orders.example.com/v2"], (await peer.Administration().IntrospectTokenAsync(new() { Token = token.AccessToken })).Audiences);
    }

    [Theory]
    [InlineData("basic")]
    [InlineData("public")]
    public async Task A_user_signs_in_and_says_who_they_are(string id)
    {
        var client = peer.Client<IOry>(id);

        var token = await peer.SignInAsync(client, parameters => parameters with { LoginHint = "bob" });

        Assert.Equal("bob", token.IdToken?.Subject);
        Assert.Equal("bob@example.com", (await client.GetUserInfoAsync(token)).Email);
        Assert.NotNull(token.RefreshToken);
    }

    [Fact]
    public async Task The_other_scope_for_a_refresh_token_brings_one_too() =>
        Assert.NotNull((await peer.SignInAsync(peer.Client<IOryOffline>())).RefreshToken);

    [Fact]
    public async Task The_answer_comes_in_a_form() => Assert.Equal("alice", (await peer.SignInAsync(peer.Client<IOryFormPost>())).IdToken?.Subject);

    [Fact]
    public async Task A_refresh_rotates_the_refresh_token_and_grants_what_was_granted()
    {
        var client = peer.Client<IOry>();
        var first = await peer.SignInAsync(client);

        var second = await client.RefreshTokenAsync(new(first) { Scopes = ["openid"] });

        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        Assert.Equal(["openid", "offline_access"], second.Scopes);
    }

    [Fact]
    public async Task The_administration_introspects_with_a_credential_of_its_own()
    {
        var client = peer.Client<IOry>();
        var token = await peer.SignInAsync(client);

        var about = await peer.Administration().IntrospectTokenAsync(new() { Token = token.AccessToken });

        Assert.True(about.Active);
        Assert.Equal(("basic", "alice", "access_token"), (about.ClientId, about.Subject, about["token_use"]));
        Assert.Equal("https://slug.projects.oryapis.com", about.Issuer);
    }

    [Fact]
    public async Task A_revoked_token_is_inactive()
    {
        var client = peer.Client<IOry>();
        var token = await peer.SignInAsync(client);

        await client.RevokeTokenAsync(token);
        await client.RevokeTokenAsync(new RevocationRequest { Token = "never-issued" });

        Assert.False((await peer.Administration().IntrospectTokenAsync(new() { Token = token.AccessToken })).Active);
    }

    [Fact]
    public async Task A_device_gets_the_tokens_of_the_user_who_enters_its_code()
    {
        using var browser = new Browser();
        var token = await peer.Client<IOry>("public").SignInWithDeviceCodeAsync(prompt => browser.PageAsync(peer.Here(prompt.VerificationUriComplete!)));

        Assert.Equal("alice", token.IdToken?.Subject);
    }

    [Fact]
    public async Task A_user_signs_out_and_comes_back()
    {
        var client = peer.Client<IOry>();
        var token = await peer.SignInAsync(client);
        using var browser = new Browser();

        var logout = await client.CreateEndSessionRequestAsync(new() { IdTokenHint = token.IdToken!.Value, PostLogoutRedirectUri = App.Goodbye });
        var (left, _) = await browser.CallbackAsync(peer.Here(logout.Uri));

        Assert.Equal("?state=" + logout.State, left.Query);
    }

    [Fact]
    public async Task A_program_with_a_browser_signs_its_user_in_at_a_Hydra_of_its_own()
    {
        var client = Clients.Create<ISelfHostedOry>(peer.SelfHosted.Issuer, options => options.ClientId = "public");
        using var browser = new Browser();
        using var callback = new HttpClient();

        // The callback of the program is on this machine too, and the browser of these tests would take it for a server.
        var token = await client.SignInWithBrowserAsync(new()
        {
            Path = "/callback",
            OpenBrowser = async (uri, cancellationToken) =>
            {
                using var answer = await browser.SendAsync(new(HttpMethod.Get, uri));
                _ = callback.GetAsync(answer.Headers.Location, cancellationToken);
            },
        });

        Assert.Equal("alice", token.IdToken?.Subject);
    }
}
