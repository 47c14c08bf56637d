using System.Text;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.NineProviders;

/// <summary>Nine providers as a user would declare them, and what each then says on the wire: everything that differs is in attributes.</summary>
public sealed class NineProvidersTests(TestIssuer issuer) : IClassFixture<TestIssuer>
{
    private const string Token = """{"access_token":"at","token_type":"bearer","expires_in":3600,"refresh_token":"rt"}""";
    private static readonly Uri RedirectUri = new("https://app.example/callback");

    [Fact]
    public async Task Ory_is_its_project_and_asks_for_offline_access_by_a_scope()
    {
        var wire = Discovered("https://acme-1.projects.oryapis.com");
        var request = await Clients.Create<IOry>(wire, variables: ("Project", "acme-1")).CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });

        Assert.Equal("https://acme-1.projects.oryapis.com/auth", request.Uri.GetLeftPart(UriPartial.Path));
        Assert.Equal("openid offline_access", Query(request)["scope"].Single());
        Assert.True(request.State.Length >= 8);
    }

    [Theory]
    [InlineData("evil.com/#")]
    [InlineData("a.b")]
    [InlineData("$PROJECT_SLUG")]
    [InlineData("")]
    public void Orys_project_is_one_label_of_a_host(string project)
    {
        var exception = Assert.Throws<OAuthException>(() => OryClient.Create(new() { ClientId = "c", Project = project }));

        Assert.Equal(OAuthFailure.InvalidConfiguration, exception.Failure);
        Assert.Contains("project", exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Polis_has_a_composed_client_id_and_an_unencoded_Basic_header()
    {
        var wire = new Wire().Always("/api/oauth/token", Token).Always("/api/oauth/userinfo", """{"id":"u1","email":"e","firstName":"Ada"}""");
        var client = Clients.Create<IPolis>(
            wire,
            options => options.ClientId = null,
            null,
            ("BaseUrl", "http://localhost:5225"),
            ("Tenant", "acme & co"),
            ("Product", "crm"));
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        var token = await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));
        var sent = wire.Last;
        var user = await client.GetUserInfoAsync(token);

        Assert.Equal("tenant=acme%20%26%20co&product=crm", Query(request)["client_id"].Single());
        Assert.False(Query(request).Contains("idp_hint"));
        Assert.Equal("tenant=acme%20%26%20co&product=crm:the-secret", Encoding.UTF8.GetString(Convert.FromBase64String(sent.Authorization!["Basic ".Length..])));
        Assert.Equal("http://localhost:5225/api/oauth/token", sent.Uri.OriginalString);
        Assert.Equal("u1", user.Subject);
        Assert.Equal("Ada", user.GivenName);
    }

    [Fact]
    public async Task Polis_sends_the_hint_that_is_configured()
    {
        var client = Clients.Create<IPolis>(
            new Wire(), null, null, ("BaseUrl", "https://polis.example"), ("Tenant", "t"), ("Product", "p"), ("IdpHint", "okta"));

        Assert.Equal("okta", Query(await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri }))["idp_hint"].Single());
    }

    [Fact]
    public async Task Keycloak_is_a_realm_of_a_server()
    {
        var wire = Discovered("https://sso.example/realms/My%20Realm");
        var client = Clients.Create<IKeycloak>(wire, null, null, ("BaseUrl", "https://sso.example/"), ("Realm", "My Realm"));
        await client.RequestClientTokenAsync();

        Assert.Equal("https://sso.example/realms/My%20Realm/.well-known/openid-configuration", wire.Requests[0].Uri.AbsoluteUri);
        Assert.Equal("https://sso.example/realms/My%20Realm/token", wire.Last.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task Auth0_calls_the_resource_audience_and_ends_its_issuer_with_a_slash()
    {
        var wire = Discovered("https://acme.eu.auth0.com/");
        var client = Clients.Create<IAuth0>(wire, null, null, ("Domain", "acme.eu.auth0.com"));
        await client.RequestClientTokenAsync(new() { Resources = ["https://api.example"] });

        Assert.Equal("https://acme.eu.auth0.com/.well-known/openid-configuration", wire.Requests[0].Uri.OriginalString);
        Assert.Equal("https://api.example", wire.Last.Fields["audience"].Single());
        Assert.Empty(wire.Last.Fields["resource"]);
    }

    [Fact]
    public async Task Google_gives_refresh_tokens_for_access_type_offline()
    {
        var wire = Discovered("https://accounts.google.com");
        var query = Query(await Clients.Create<IGoogle>(wire).CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri }));
        Assert.Equal("offline", query["access_type"].Single());
        Assert.Equal("consent", query["prompt"].Single());
        Assert.Equal("openid profile email", query["scope"].Single());

        var ofTheCaller = Query(await Clients.Create<IGoogle>(wire).CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, Prompt = "select_account" }));
        Assert.Equal("select_account", ofTheCaller["prompt"].Single());

        var online = Query(await Clients.Create<IGoogle>(wire, options => options.OfflineAccess = false).CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri }));
        Assert.False(online.Contains("access_type") || online.Contains("prompt"));
    }

    [Fact]
    public async Task Google_wants_the_secret_in_the_body_where_devices_start()
    {
        var wire = Discovered("https://accounts.google.com").Always("/device",
            """{"device_code":"d","user_code":"u","verification_url":"https://www.google.com/device","expires_in":1800,"interval":5}""");
        var start = await Clients.Create<IGoogle>(wire).RequestDeviceAuthorizationAsync();

        Assert.Equal("https://www.google.com/device", start.VerificationUri.OriginalString);
        Assert.Null(wire.Last.Authorization);
        Assert.Equal("the-secret", wire.Last.Fields["client_secret"].Single());
    }

    [Theory]
    [InlineData("11111111-2222-3333-4444-555555555555", "11111111-2222-3333-4444-555555555555", true)]
    [InlineData("11111111-2222-3333-4444-555555555555", "99999999-2222-3333-4444-555555555555", false)]
    [InlineData("evil", "evil", false)]
    [InlineData("", "", false)]
    public async Task Entras_common_endpoint_takes_the_issuer_of_the_tenant_that_the_token_names(string inIssuer, string inClaim, bool accepted)
    {
        var wire = Discovered("https://login.microsoftonline.com/common/v2.0", "https://login.microsoftonline.com/{tenantid}/v2.0");
        Task<TokenResponse> Login() => LoginAsync(Clients.Create<IEntra>(wire), wire, $"https://login.microsoftonline.com/{inIssuer}/v2.0", claims => claims["tid"] = inClaim);

        if (accepted)
        {
            Assert.Equal("user-1", (await Login()).IdToken!.Subject);
        }
        else
        {
            await Clients.FailsAsync(OAuthFailure.IdTokenIssuer, Login);
        }
    }

    [Fact]
    public async Task Metadata_that_are_stated_leave_the_declared_issuers_of_ID_tokens_as_they_are()
    {
        const string tenant = "11111111-2222-3333-4444-555555555555";
        var wire = Discovered("https://login.microsoftonline.com/common/v2.0");
        var client = Clients.Create<IEntra>(wire, options => options.Metadata = new()
        {
            Issuer = "https://login.microsoftonline.com/{tenantid}/v2.0",
            AuthorizationEndpoint = "https://login.microsoftonline.com/common/v2.0/auth",
            TokenEndpoint = "https://login.microsoftonline.com/common/v2.0/token",
            JsonWebKeySetUri = "https://login.microsoftonline.com/common/v2.0/keys",
        });

        Assert.NotNull((await LoginAsync(client, wire, $"https://login.microsoftonline.com/{tenant}/v2.0", claims => claims["tid"] = tenant)).IdToken);
        await Clients.FailsAsync(OAuthFailure.IdTokenIssuer, () =>
            LoginAsync(client, wire, $"https://login.microsoftonline.com/{tenant}/v2.0", claims => claims["tid"] = "99999999-2222-3333-4444-555555555555"));
    }

    [Fact]
    public async Task An_Entra_tenant_that_is_configured_takes_its_own_issuer_alone()
    {
        const string tenant = "11111111-2222-3333-4444-555555555555";
        const string other = "99999999-2222-3333-4444-555555555555";
        var wire = Discovered($"https://login.microsoftonline.com/{tenant}/v2.0");
        var client = Clients.Create<IEntra>(wire, null, null, ("Tenant", tenant));

        await Clients.FailsAsync(OAuthFailure.IdTokenIssuer, () =>
            LoginAsync(client, wire, $"https://login.microsoftonline.com/{other}/v2.0", claims => claims["tid"] = other));
        Assert.NotNull((await LoginAsync(client, wire, $"https://login.microsoftonline.com/{tenant}/v2.0", claims => claims["tid"] = tenant)).IdToken);
    }

    [Fact]
    public async Task Entra_is_told_the_scopes_again_when_a_token_is_refreshed()
    {
        var wire = Discovered("https://login.microsoftonline.com/common/v2.0", "https://login.microsoftonline.com/{tenantid}/v2.0");
        var client = Clients.Create<IEntra>(wire);
        const string tenant = "11111111-2222-3333-4444-555555555555";
        var token = await LoginAsync(client, wire, $"https://login.microsoftonline.com/{tenant}/v2.0", claims => claims["tid"] = tenant);
        wire.Answer("/common/v2.0/token", Token);
        await client.RefreshTokenAsync(token);

        Assert.Equal("openid profile email offline_access", wire.Last.Fields["scope"].Single());
    }

    [Fact]
    public async Task GitHub_takes_what_its_own_request_asks_for()
    {
        var wire = new Wire()
            .Answer("/login/oauth/access_token", """{"access_token":"gho","scope":"repo,gist","token_type":"bearer"}""")
            .Always("/user", """{"id":583231,"login":"octocat","name":null}""");
        var client = Clients.Create<IGitHub>(wire);
        var request = await client.StartLoginAsync(RedirectUri, allowSignup: false, login: "octocat");
        var token = await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request, extra: "&iss=https%3A%2F%2Fgithub.com%2Flogin%2Foauth"));
        var user = await client.GetUserInfoAsync(token);

        Assert.Equal("read:user repo", Query(request)["scope"].Single());
        Assert.Equal("false", Query(request)["allow_signup"].Single());
        Assert.Equal("octocat", Query(request)["login"].Single());
        Assert.Equal("S256", Query(request)["code_challenge_method"].Single());
        Assert.Equal(["repo", "gist"], token.Scopes);
        Assert.Equal("583231", user.Subject);
        Assert.Equal("octocat", user.PreferredUsername);
        Assert.Null(user.Name);
        Assert.Equal("api.github.com", wire.Last.Uri.Host);
    }

    [Fact]
    public async Task GitHub_answers_errors_with_success()
    {
        var wire = new Wire().Answer("/login/oauth/access_token", """{"error":"bad_verification_code","error_description":"The code passed is incorrect or expired."}""");
        var client = Clients.Create<IGitHub>(wire);
        var request = await client.StartLoginAsync(RedirectUri);
        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));

        Assert.Equal("bad_verification_code", exception.Error);
    }

    [Fact]
    public async Task Discord_returns_no_nonce_and_another_subject()
    {
        var wire = Discovered("https://discord.com").Always("/api/users/@me", """{"id":"80351110224678912","username":"nelly"}""");
        var client = Clients.Create<IDiscord>(wire);
        var token = await LoginAsync(client, wire, "https://discord.com", claims => claims.Remove("nonce"));

        Assert.Equal("user-1", token.IdToken!.Subject);
        Assert.Equal("80351110224678912", (await client.GetUserInfoAsync(token)).Subject);
        await Clients.FailsAsync(OAuthFailure.IdTokenNonce, () => LoginAsync(client, wire, "https://discord.com", claims => claims["nonce"] = "wrong"));
    }

    [Fact]
    public async Task Notion_speaks_JSON_wants_a_version_and_hides_the_users_id()
    {
        var wire = new Wire()
            .Answer("/v1/oauth/token", """{"access_token":"secret_n","token_type":"bearer","bot_id":"b"}""")
            .Always("/v1/users/me", """{"object":"user","id":"bot","bot":{"owner":{"type":"user","user":{"id":"u-42"}}}}""");
        var client = Clients.Create<INotion>(wire);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        var token = await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));
        var sent = wire.Last;
        var user = await client.GetUserInfoAsync(token);

        Assert.Equal("user", Query(request)["owner"].Single());
        Assert.Equal("application/json", sent.ContentType);
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal("authorization_code", (string?)body["grant_type"]);
        Assert.Equal("https://app.example/callback", (string?)body["redirect_uri"]);
        Assert.Equal(43, ((string)body["code_verifier"]!).Length);
        Assert.StartsWith("Basic ", sent.Authorization, StringComparison.Ordinal);
        Assert.Equal("2022-06-28", wire.Last.Headers["Notion-Version"]);
        Assert.Equal("u-42", user.Subject);
    }

    private static ILookup<string, string> Query(AuthorizationRequest request) => WireRequest.Parse(request.Uri.Query.TrimStart('?'));

    private Wire Discovered(string issuerUrl, string? announced = null)
    {
        var root = issuerUrl.TrimEnd('/');
        var path = new Uri(root).AbsolutePath.TrimEnd('/');
        return new Wire()
            .Always(path + "/.well-known/openid-configuration", TestIssuer.Metadata(root, metadata => metadata["issuer"] = announced ?? issuerUrl))
            .Always(path + "/keys", issuer.Keys)
            .Always(path + "/token", Token);
    }

    private async Task<TokenResponse> LoginAsync(IAuthorizationCodeGrant client, Wire wire, string issuerOfToken, Action<JsonObject> change)
    {
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        var claims = TestIssuer.Claims(request.Data.Nonce);
        claims["iss"] = issuerOfToken;
        change(claims);
        var reply = JsonNode.Parse(Token)!;
        reply["id_token"] = issuer.Sign(claims);
        wire.Answer(new Uri(request.Uri!, "token").AbsolutePath, reply.ToJsonString());
        return await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));
    }
}
