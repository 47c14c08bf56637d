using Microsoft.Extensions.Time.Testing;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>The checks of a callback: each refuses by a failure of its own, before anything is sent.</summary>
public sealed partial class CallbackTests
{
    [OAuthProvider("https://id.example.com/{tenant}")]
    public partial interface ITenanted : IAuthorizationCodeGrant;

    [OAuthProvider(AuthorizationEndpoint = "https://a.example/auth", TokenEndpoint = "https://a.example/token", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
    [OAuthResponse(OAuthMessage.Authorization, ErrorCode = "fault", ErrorDescription = "reason")]
    [OAuthError("refused", "access_denied")]
    public partial interface IFaulty : IAuthorizationCodeGrant;

    [OAuthProvider("https://w.example", AuthorizationEndpoint = "https://w.example/auth", TokenEndpoint = "https://w.example/token")]
    public partial interface IWhole : IAuthorizationCodeGrant;

    [OAuthProvider("https://id.example.com/common/v2", IdTokenIssuers = ["https://id.example.com/{id_token.tid}/v2"])]
    [OAuthVariable("id_token.tid", Pattern = "[a-z]+")]
    public partial interface IOpen : IAuthorizationCodeGrant;

    private const string TokenReply = """{"access_token":"at","token_type":"Bearer"}""";
    private static readonly Uri RedirectUri = new("https://app.example/callback?tenant=a%20b");

    [Fact]
    public async Task A_callback_of_its_request_is_redeemed()
    {
        var (client, wire, request) = await StartAsync();
        await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request, code: "a%25b%26c%2Bd%3D%2F"));

        Assert.Equal("authorization_code", wire.Last.Fields["grant_type"].Single());
        Assert.Equal("a%b&c+d=/", wire.Last.Fields["code"].Single());
        Assert.Equal(RedirectUri.OriginalString, wire.Last.Fields["redirect_uri"].Single());
        Assert.Equal(43, wire.Last.Fields["code_verifier"].Single().Length);
    }

    [Theory]
    [InlineData("AR-02", "code=x&state=bar", OAuthFailure.StateMismatch)]
    [InlineData("AR-03", "code=x", OAuthFailure.StateMissing)]
    [InlineData("an empty state", "code=x&state=", OAuthFailure.StateMissing)]
    [InlineData("AR-05", "code=x&state={state}&state={state}", OAuthFailure.DuplicateParameter)]
    [InlineData("AR-05", "code=x&code=x&state={state}", OAuthFailure.DuplicateParameter)]
    [InlineData("AR-05", "code=x&state={state}&iss=https%3A%2F%2Fid.example.com&iss=https%3A%2F%2Fid.example.com", OAuthFailure.DuplicateParameter)]
    [InlineData("AR-05", "error=a&error=a&state={state}", OAuthFailure.DuplicateParameter)]
    [InlineData("AR-07", "code=&state={state}", OAuthFailure.CodeMissing)]
    [InlineData("nothing but the state", "state={state}", OAuthFailure.CodeMissing)]
    [InlineData("nothing", "", OAuthFailure.StateMissing)]
    [InlineData("AR-09", "code=x&state={state}&iss=https%3A%2F%2Fevil.example", OAuthFailure.IssuerMismatch)]
    [InlineData("AR-10", "code=x&state={state}&iss=https%3A%2F%2Fid.example.com%2F", OAuthFailure.IssuerMismatch)]
    [InlineData("AR-11 (decoded once)", "code=x&state={state}&iss=https%253A%252F%252Fid.example.com", OAuthFailure.IssuerMismatch)]
    [InlineData("AR-12", "error=access_denied&state={state}&iss=https%3A%2F%2Fevil.example", OAuthFailure.IssuerMismatch)]
    [InlineData("AR-13", "error=access_denied&state=wrong", OAuthFailure.StateMismatch)]
    [InlineData("AR-14", "error=access_denied&state={state}", OAuthFailure.AuthorizationError)]
    [InlineData("AR-16", "code=x&error=access_denied&state={state}", OAuthFailure.AuthorizationError)]
    [InlineData("AR-17", "response=a.b.c&state={state}", OAuthFailure.UnexpectedParameter)]
    [InlineData("AR-19", "code=x&id_token=y&state={state}", OAuthFailure.UnexpectedParameter)]
    [InlineData("AR-19", "code=x&access_token=y&state={state}", OAuthFailure.UnexpectedParameter)]
    [InlineData("AR-19", "code=x&token=y&state={state}", OAuthFailure.UnexpectedParameter)]
    [InlineData("a state with a byte that is no character", "code=x&state={state}%00", OAuthFailure.StateMismatch)]
    [InlineData("a state with a blank", "code=x&state={state}+", OAuthFailure.StateMismatch)]
    [InlineData("a name that is encoded", "%63ode=x&code=y&state={state}", OAuthFailure.DuplicateParameter)]
    [InlineData("AR-05 (one of them empty)", "code=x&state={state}&state=", OAuthFailure.DuplicateParameter)]
    [InlineData("AR-05 (one of them empty)", "code=x&state={state}&iss=&iss=https%3A%2F%2Fid.example.com", OAuthFailure.DuplicateParameter)]
    [InlineData("AR-09 (case)", "code=x&state={state}&iss=https%3A%2F%2FID.example.com", OAuthFailure.IssuerMismatch)]
    [InlineData("AR-16 (an empty code)", "code=&error=access_denied&state={state}", OAuthFailure.AuthorizationError)]
    [InlineData("AR-16 (an empty error)", "code=x&error=&state={state}", OAuthFailure.AuthorizationError)]
    [InlineData("a separator of another standard", "code=x;state={state}", OAuthFailure.StateMissing)]
    [InlineData("AR-25 (case)", "code=x&state={STATE}", OAuthFailure.StateMismatch)]
    public async Task A_callback_that_is_wrong_is_refused_and_nothing_is_sent(string id, string query, OAuthFailure failure)
    {
        Assert.NotEmpty(id);
        var (client, wire, request) = await StartAsync();
        var sent = wire.Requests.Count;
        query = query.Replace("{state}", request.State, StringComparison.Ordinal).Replace("{STATE}", request.State.ToUpperInvariant(), StringComparison.Ordinal);
        var exception = await Clients.FailsAsync(failure, () => client.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.ParseQuery(query)));

        Assert.Equal(sent, wire.Requests.Count);
        Assert.Equal("Idp", exception.Provider);
        Assert.Contains("(RFC", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(request.State, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AR-11", "&iss=https%3A%2F%2Fid.example.com")]
    [InlineData("AR-22", "&&#_=_")]
    [InlineData("AR-28", "&session_state=a&scope=b&authuser=0&hd=c")]
    [InlineData("a doubled parameter of the application's own", "&tenant=a&tenant=b")]
    public async Task What_else_is_in_a_callback_does_not_matter(string id, string extra)
    {
        Assert.NotEmpty(id);
        var (client, _, request) = await StartAsync();
        var uri = new Uri($"{RedirectUri.OriginalString}&code=x&state={request.State}{extra}");

        Assert.Equal("at", (await client.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.Parse(uri))).AccessToken);
    }

    [Fact]
    public async Task AR_08_a_callback_without_iss_is_refused_where_the_provider_announces_it()
    {
        var (client, _, request) = await StartAsync(metadata => metadata["authorization_response_iss_parameter_supported"] = true);

        await Clients.FailsAsync(OAuthFailure.IssuerMissing, () => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));
    }

    [Fact]
    public async Task A_callback_that_is_a_path_alone_is_a_callback_on_every_system()
    {
        var (client, _, request) = await StartAsync();
        var response = AuthorizationResponse.Parse(new($"/callback?code=x&state={request.State}", UriKind.RelativeOrAbsolute));

        Assert.Equal("at", (await client.RedeemAuthorizationCodeAsync(request, response)).AccessToken);
    }

    [Fact]
    public async Task A_very_long_callback_is_a_callback()
    {
        var (client, wire, request) = await StartAsync();
        var code = new string('c', 1_000_000);
        var extra = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"&x{i % 100}=y"));
        await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request, code, extra));

        Assert.Equal(code, wire.Last.Fields["code"].Single());
    }

    [Fact]
    public async Task AR_14_an_error_is_told_with_its_code_and_description()
    {
        var (client, _, request) = await StartAsync();
        var response = AuthorizationResponse.ParseQuery($"error=access_denied&error_description=The+user+refused&error_uri=javascript:alert(1)&state={request.State}");
        var exception = await Clients.FailsAsync(OAuthFailure.AuthorizationError, () => client.RedeemAuthorizationCodeAsync(request, response));

        Assert.Equal("access_denied", exception.Error);
        Assert.Equal("The user refused", exception.ErrorDescription);
        Assert.Equal("javascript:alert(1)", exception.ErrorUri);
    }

    [Fact]
    public async Task AR_20_a_fragment_is_not_read()
    {
        var (client, _, request) = await StartAsync();
        var uri = new Uri($"https://app.example/callback#code=x&state={request.State}");

        await Clients.FailsAsync(OAuthFailure.StateMissing, () => client.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.Parse(uri)));
    }

    [Fact]
    public async Task AR_23_a_plus_is_a_space_and_an_encoded_plus_a_plus()
    {
        var (client, wire, request) = await StartAsync();
        await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request, code: "a+b%2Bc"));

        Assert.Equal("a b+c", wire.Last.Fields["code"].Single());
    }

    [Fact]
    public async Task AR_24_a_request_is_used_once()
    {
        var (client, wire, request) = await StartAsync();
        await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));
        var sent = wire.Requests.Count;

        await Clients.FailsAsync(OAuthFailure.RequestReplayed, () => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));
        await Clients.FailsAsync(OAuthFailure.RequestReplayed, () => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request, code: "another")));
        Assert.Equal(sent, wire.Requests.Count);
    }

    [Fact]
    public async Task Of_many_callbacks_at_once_one_is_redeemed()
    {
        var (client, wire, request) = await StartAsync();
        var sent = wire.Requests.Count;
        var calls = Enumerable.Range(0, 50).Select(_ => Task.Run(() => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)))).ToList();
        await Task.WhenAll(calls).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(1, calls.Count(call => call.IsCompletedSuccessfully));
        Assert.Equal(sent + 1, wire.Requests.Count);
    }

    [Fact]
    public async Task A_wrong_state_does_not_use_the_request_up()
    {
        var (client, _, request) = await StartAsync();
        await Clients.FailsAsync(OAuthFailure.StateMismatch, () =>
            client.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.ParseQuery("code=x&state=forged")));

        Assert.Equal("at", (await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request))).AccessToken);
    }

    [Theory]
    [InlineData("https://app.example/other?code=x&state=")]
    [InlineData("https://evil.example/callback?code=x&state=")]
    [InlineData("http://app.example/callback?code=x&state=")]
    public async Task AR_26_a_callback_at_another_address_is_refused(string address)
    {
        var (client, _, request) = await StartAsync();

        await Clients.FailsAsync(OAuthFailure.RedirectUriMismatch, () =>
            client.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.Parse(new Uri(address + request.State))));
    }

    [Fact]
    public async Task A_request_expires()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var (client, _, request) = await StartAsync(services: new() { TimeProvider = clock });
        clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));

        await Clients.FailsAsync(OAuthFailure.RequestExpired, () => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));
    }

    [Fact]
    public async Task SB_02_a_request_of_one_provider_is_not_redeemed_at_another()
    {
        var (_, wire, request) = await StartAsync();

        await Clients.FailsAsync(OAuthFailure.ForeignRequest, () =>
            Clients.Create<IPlain>(wire).RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));
    }

    [Fact]
    public async Task A_provider_whose_endpoints_are_all_declared_has_its_declared_issuer()
    {
        var wire = new Wire().Always("/token", TokenReply);
        var client = Clients.Create<IWhole>(wire);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });

        Assert.Equal("at", (await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request, extra: "&iss=https%3A%2F%2Fw.example"))).AccessToken);
    }

    [Theory]
    [InlineData("https://id.example.com/a/v2", true)]
    [InlineData("https://id.example.com/a/b/v2", false)]
    [InlineData("https://evil.example/a/v2", false)]
    public async Task A_callback_of_a_provider_whose_metadata_leave_the_tenant_open_is_from_one_of_its_tenants(string issuer, bool isTaken)
    {
        var wire = new Wire()
            .Always("/common/v2/.well-known/openid-configuration", TestIssuer.Metadata("https://id.example.com/{tenantid}/v2", metadata =>
            {
                metadata["authorization_endpoint"] = "https://id.example.com/auth";
                metadata["token_endpoint"] = "https://id.example.com/token";
            }))
            .Always("/token", TokenReply);
        var client = Clients.Create<IOpen>(wire);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        Task<TokenResponse> Redeem() => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request, extra: "&iss=" + Uri.EscapeDataString(issuer)));

        if (isTaken)
        {
            Assert.Equal("at", (await Redeem()).AccessToken);
        }
        else
        {
            await Clients.FailsAsync(OAuthFailure.IssuerMismatch, Redeem);
        }
    }

    [Fact]
    public async Task A_request_of_one_client_is_not_redeemed_by_another()
    {
        var (_, wire, request) = await StartAsync();
        var other = Clients.Create<IIdp>(wire, options => options.ClientId = "client-2");

        await Clients.FailsAsync(OAuthFailure.ForeignRequest, () => other.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));
    }

    [Fact]
    public async Task AR_26_a_request_of_one_tenant_is_not_redeemed_at_another()
    {
        var wire = new Wire().Always("/token", TokenReply);
        foreach (var tenant in new[] { "one", "two" })
        {
            wire.Always($"/{tenant}/.well-known/openid-configuration", TestIssuer.Metadata($"https://id.example.com/{tenant}"))
                .Always($"/{tenant}/token", TokenReply);
        }

        var request = await Client("one").CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        var exception = await Clients.FailsAsync(
            OAuthFailure.ForeignRequest, () => Client("two").RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));

        Assert.Contains("https://id.example.com/one", exception.Message, StringComparison.Ordinal);
        Assert.Equal("at", (await Client("one").RedeemAuthorizationCodeAsync(request, Clients.Callback(request))).AccessToken);

        ITenanted Client(string tenant) => Clients.Create<ITenanted>(wire, variables: [("Tenant", tenant)]);
    }

    [Fact]
    public async Task AR_09_where_no_issuer_is_known_an_iss_is_not_compared()
    {
        var client = Clients.Create<IPlain>(new Wire().Always("/token", TokenReply));
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });

        Assert.Equal("at", (await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request, extra: "&iss=https%3A%2F%2Fany.example"))).AccessToken);
    }

    [Fact]
    public async Task AR_14_what_a_provider_adds_to_an_error_is_told_too()
    {
        var (client, _, request) = await StartAsync();
        var response = AuthorizationResponse.ParseQuery($"error=invalid_scope&error_hint=The+hint&error_debug=The+cause&state={request.State}");
        var exception = await Clients.FailsAsync(OAuthFailure.AuthorizationError, () => client.RedeemAuthorizationCodeAsync(request, response));

        Assert.Equal(("invalid_scope", "The hint", "The cause"), (exception.Error, exception.ErrorHint, exception.ErrorDebug));
    }

    [Theory]
    [InlineData("fault=refused&reason=The+user+refused", "access_denied", "The user refused")]
    [InlineData("fault=another", "another", null)]
    [InlineData("fault=another&reason=theirs&error_description=standard", "another", "theirs")]
    [InlineData("error=access_denied&error_description=why", "access_denied", "why")]
    [InlineData("error=refused&fault=another", "another", null)]
    [InlineData("code=x&fault=refused", "access_denied", null)]
    public async Task AR_14_an_error_is_found_where_the_provider_puts_it(string query, string error, string? description)
    {
        var wire = new Wire();
        var client = Clients.Create<IFaulty>(wire);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        var exception = await Clients.FailsAsync(
            OAuthFailure.AuthorizationError,
            () => client.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.ParseQuery($"{query}&state={request.State}")));

        Assert.Equal((error, description), (exception.Error, exception.ErrorDescription));
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task A_posted_form_is_a_callback()
    {
        var (client, _, request) = await StartAsync();
        var response = AuthorizationResponse.FromParameters(new Dictionary<string, string> { ["code"] = "x", ["state"] = request.State });

        Assert.Equal("at", (await client.RedeemAuthorizationCodeAsync(request, response)).AccessToken);
    }

    [Fact]
    public void A_response_shows_names_and_no_values()
    {
        var response = AuthorizationResponse.ParseQuery("code=secret-code&state=secret-state");

        Assert.DoesNotContain("secret", response.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(AuthorizationResponse).GetProperties(), property => property.Name.Contains("Code", StringComparison.Ordinal));
    }

    private static async Task<(IIdp Client, Wire Wire, AuthorizationRequest Request)> StartAsync(
        Action<System.Text.Json.Nodes.JsonObject>? metadata = null, OAuthClientServices? services = null)
    {
        var wire = new Wire()
            .Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata))
            .Always("/token", TokenReply);
        var client = Clients.Create<IIdp>(wire, services: services ?? new() { OneTimeUse = new OAuth.Security.MemoryOneTimeUse(TimeProvider.System) });
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, Scopes = ["profile"] });
        return (client, wire, request);
    }
}
