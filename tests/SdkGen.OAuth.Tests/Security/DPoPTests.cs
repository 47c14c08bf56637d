using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>DPoP at the provider's endpoints (RFC 9449 sections 5, 8 and 10): every token is asked for with a proof, and bound to its key.</summary>
public sealed partial class DPoPTests
{
    private const string Token = """{"access_token":"at","token_type":"DPoP","refresh_token":"rt","expires_in":300}""";
    private const string NonceWanted = """{"error":"use_dpop_nonce","error_description":"a nonce, please"}""";

    private static readonly Uri Callback = new("https://app.example.com/callback");

    [OAuthProvider(TestIssuer.Issuer, Scopes = ["profile"], SenderConstraint = SenderConstraint.DPoP)]
    public partial interface IBinding :
        IAuthorizationCodeGrant, IClientCredentialsGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, ITokenExchangeGrant,
        IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint;

    [OAuthProvider(TestIssuer.Issuer, SenderConstraint = SenderConstraint.DPoP)]
    public partial interface IPushing : IAuthorizationCodeGrant, IPushedAuthorizationRequestEndpoint;

    [OAuthProvider(TestIssuer.Issuer, SenderConstraint = SenderConstraint.DPoP, ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
    public partial interface IKeyed : IAuthorizationCodeGrant, IClientCredentialsGrant;

    [Fact]
    public async Task DP_05_a_token_request_carries_a_proof_for_the_token_endpoint()
    {
        var wire = Wire();
        var token = await Client(wire).RequestClientTokenAsync();
        var proof = Proof.Of(wire.Last);

        Assert.True(proof.IsSigned);
        Assert.Equal("POST", proof["htm"]);
        Assert.Equal(TestIssuer.Issuer + "/token", proof["htu"]);
        Assert.Null(proof["ath"]);
        Assert.Equal("DPoP", token.TokenType);
        Assert.Equal(proof.Thumbprint, token.KeyThumbprint);
    }

    [Fact]
    public async Task DP_22_without_being_asked_for_one_a_proof_has_no_nonce()
    {
        var wire = Wire();
        var client = Client(wire);
        await client.RequestClientTokenAsync();
        await client.RequestClientTokenAsync();

        Assert.All(Posts(wire), request => Assert.Null(Proof.Of(request).Nonce));
    }

    [Theory]
    [InlineData("dPoP")]
    [InlineData("dpop")]
    public async Task TR_08_the_type_of_a_bound_token_is_read_in_any_case(string type) =>
        Assert.Equal("DPoP", (await Client(Wire(token: Token.Replace("DPoP", type, StringComparison.Ordinal))).RequestClientTokenAsync()).TokenType);

    [Theory]
    [InlineData(""","token_type":"Bearer"}""")]
    [InlineData(""","token_type":"bearer"}""")]
    [InlineData("}")]
    public async Task DP_26_a_token_that_is_bound_to_nothing_is_refused(string rest)
    {
        var exception = await Clients.FailsAsync(
            OAuthFailure.TokenNotBound, () => Client(Wire(token: """{"access_token":"at" """.TrimEnd() + rest)).RequestClientTokenAsync());

        Assert.DoesNotContain("\"at\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bound_token_that_was_not_asked_for_is_refused() =>
        await Clients.FailsAsync(
            OAuthFailure.UnsupportedTokenType,
            () => Clients.Create<IPlain>(new Wire().Always("/token", Token)).RequestClientTokenAsync());

    [Fact]
    public async Task A_token_that_says_that_it_is_bound_to_another_key_is_refused()
    {
        using var issuer = new TestIssuer();
        var foreign = issuer.Sign(new() { ["sub"] = "a", ["cnf"] = new JsonObject { ["jkt"] = ClientKey.Create().Thumbprint } });

        await Clients.FailsAsync(
            OAuthFailure.BoundToOtherKey,
            () => Client(Wire(token: $$"""{"access_token":"{{foreign}}","token_type":"DPoP"}""")).RequestClientTokenAsync());
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task DP_09_when_a_nonce_is_asked_for_the_same_request_is_sent_once_more_with_it(HttpStatusCode status)
    {
        var wire = Wire();
        wire.Answer("/token", _ => WithNonce(Tests.Wire.Reply(NonceWanted, status), "eyJ7S_zG.eyJH0-Z.HX4w-7v"));
        Assert.Equal("at", (await Client(wire).RequestClientTokenAsync()).AccessToken);

        var (first, second) = (Posts(wire)[0], Posts(wire)[1]);
        Assert.Equal(first.Body, second.Body);
        Assert.Null(Proof.Of(first).Nonce);
        Assert.Equal("eyJ7S_zG.eyJH0-Z.HX4w-7v", Proof.Of(second).Nonce);
        Assert.NotEqual(Proof.Of(first).Id, Proof.Of(second).Id);
        Assert.Equal(Proof.Of(first).Thumbprint, Proof.Of(second).Thumbprint);
        Assert.Equal(2, Posts(wire).Count);
    }

    [Fact]
    public async Task DP_10_the_second_request_has_a_client_assertion_of_its_own()
    {
        var wire = Wire();
        wire.Answer("/token", _ => WithNonce(Tests.Wire.Reply(NonceWanted, HttpStatusCode.BadRequest), "n-1"));
        await Clients.Create<IKeyed>(wire, options => (options.ClientSecret, options.ClientKey) = (null, ClientKey.Create())).RequestClientTokenAsync();

        var ids = Posts(wire).Select(request => JsonElement.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(
            request.Fields["client_assertion"].Single().Split('.')[1])).GetProperty("jti").GetString()).ToList();
        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(Posts(wire), request => Assert.Single(request.Fields["client_assertion"]));
    }

    [Fact]
    public async Task DP_11_code_verifier_and_redirect_URI_are_the_same_in_the_second_request()
    {
        var wire = Wire();
        wire.Answer("/token", _ => WithNonce(Tests.Wire.Reply(NonceWanted, HttpStatusCode.BadRequest), "n-1"));
        var client = Client(wire);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = Callback });
        await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));

        Assert.Equal(2, Posts(wire).Count);
        foreach (var name in new[] { "code", "code_verifier", "redirect_uri" })
        {
            Assert.Equal(Posts(wire)[0].Fields[name].Single(), Posts(wire)[1].Fields[name].Single());
        }
    }

    [Fact]
    public async Task DP_12_a_server_that_asks_again_and_again_is_asked_twice()
    {
        var wire = Wire();
        wire.Always("/token", _ => WithNonce(Tests.Wire.Reply(NonceWanted, HttpStatusCode.BadRequest), "n-1"));
        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Client(wire).RequestClientTokenAsync());

        Assert.Equal("use_dpop_nonce", exception.Error);
        Assert.Equal(2, Posts(wire).Count);
    }

    [Fact]
    public async Task DP_13_a_server_that_asks_for_a_nonce_and_gives_none_is_not_asked_again()
    {
        var wire = Wire();
        wire.Always("/token", NonceWanted, HttpStatusCode.BadRequest);
        await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Client(wire).RequestClientTokenAsync());

        Assert.Single(Posts(wire));
    }

    [Fact]
    public async Task DP_25_nor_is_one_that_gives_two()
    {
        var wire = Wire();
        wire.Always("/token", _ => WithNonce(WithNonce(Tests.Wire.Reply(NonceWanted, HttpStatusCode.BadRequest), "n-1"), "n-2"));
        await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Client(wire).RequestClientTokenAsync());

        Assert.Single(Posts(wire));
    }

    [Theory]
    [InlineData("dpop error=\"use_dpop_nonce\"")]
    [InlineData("dPoP algs=\"ES256\", error=\"use_dpop_nonce\"")]
    public async Task DP_14_and_DP_16_a_challenge_asks_for_it_as_well(string challenge)
    {
        var wire = Wire();
        wire.Answer("/token", _ =>
        {
            var reply = WithNonce(Tests.Wire.Reply("{}", HttpStatusCode.BadRequest), "n-1");
            reply.Headers.TryAddWithoutValidation("WWW-Authenticate", challenge);
            return reply;
        });
        await Client(wire).RequestClientTokenAsync();

        Assert.Equal("n-1", Proof.Of(Posts(wire)[1]).Nonce);
    }

    [Fact]
    public async Task A_nonce_with_another_error_is_kept_and_nothing_is_sent_again()
    {
        var wire = Wire();
        wire.Answer("/token", _ => WithNonce(Tests.Wire.Reply("""{"error":"invalid_grant"}""", HttpStatusCode.BadRequest), "n-1"));
        var client = Client(wire);
        await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => client.RequestClientTokenAsync());
        await client.RequestClientTokenAsync();

        Assert.Equal([null, "n-1"], Posts(wire).Select(request => Proof.Of(request).Nonce));
    }

    [Fact]
    public async Task DP_19_a_nonce_that_comes_with_a_success_is_used_next_time()
    {
        var wire = Wire();
        wire.Answer("/token", _ => WithNonce(Tests.Wire.Reply(Token), "n-1"));
        var client = Client(wire);
        await client.RequestClientTokenAsync();
        await client.RequestClientTokenAsync();

        Assert.Equal([null, "n-1"], Posts(wire).Select(request => Proof.Of(request).Nonce));
    }

    [Fact]
    public async Task DP_28_and_RF_12_a_refresh_is_proven_by_the_same_key()
    {
        var wire = Wire();
        var client = PublicClient(wire);
        var request = await StartAsync(client);
        var token = await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));
        var refreshed = await client.RefreshTokenAsync(token);

        Assert.Equal(token.KeyThumbprint, refreshed.KeyThumbprint);
        Assert.Single(Posts(wire).Select(request => Proof.Of(request).Thumbprint).Distinct());
    }

    [Fact]
    public async Task DP_28_a_public_client_with_another_key_is_told_before_anything_is_sent()
    {
        var wire = Wire();
        var token = await PublicClient(wire).RequestDeviceTokenAsync(new DeviceTokenRequest { DeviceCode = "dc" });
        var sent = wire.Requests.Count;
        await Clients.FailsAsync(OAuthFailure.BoundToOtherKey, () => PublicClient(wire).RefreshTokenAsync(token));

        Assert.Equal(sent, wire.Requests.Count);
    }

    [Fact]
    public async Task RF_12_a_confidential_client_may_have_a_new_key()
    {
        var wire = Wire();
        var token = await Client(wire).RequestDeviceTokenAsync(new DeviceTokenRequest { DeviceCode = "dc" });
        var refreshed = await Client(wire).RefreshTokenAsync(token);

        Assert.NotEqual(token.KeyThumbprint, refreshed.KeyThumbprint);
    }

    [Fact]
    public async Task DP_29_the_authorization_request_names_the_key()
    {
        var wire = Wire();
        var client = Client(wire);
        var request = await StartAsync(client);
        await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));

        Assert.Equal(Proof.Of(wire.Last).Thumbprint, WireRequest.Parse(request.Uri.Query.TrimStart('?'))["dpop_jkt"].Single());
        Assert.Empty(wire.Last.Fields["dpop_jkt"]);
    }

    [Fact]
    public async Task DP_29_a_callback_that_another_process_takes_with_another_key_is_refused_before_the_code_is_sent()
    {
        var wire = Wire();
        var protector = new EphemeralDataProtectionProvider().CreateProtector("test");
        var stored = (await StartAsync(Client(wire))).Protect(protector);
        var request = AuthorizationRequest.Unprotect(stored, protector);
        var exception = await Clients.FailsAsync(
            OAuthFailure.BoundToOtherKey, () => Client(wire).RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));

        Assert.Contains("DPoPKey", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Posts(wire));
    }

    [Fact]
    public async Task A_stated_key_works_across_processes()
    {
        var wire = Wire();
        var pem = Pem();
        var protector = new EphemeralDataProtectionProvider().CreateProtector("test");
        var stored = (await StartAsync(Configured())).Protect(protector);
        var request = AuthorizationRequest.Unprotect(stored, protector);

        Assert.Equal("at", (await Configured().RedeemAuthorizationCodeAsync(request, Clients.Callback(request))).AccessToken);

        IBinding Configured() => Clients.Create<IBinding>(wire, variables: [("DPoPKey", pem)]);
    }

    [Fact]
    public async Task DP_30_a_pushed_request_has_proof_and_thumbprint_of_the_key_that_the_token_request_has()
    {
        var wire = Wire();
        wire.Answer("/par", _ => WithNonce(Tests.Wire.Reply(NonceWanted, HttpStatusCode.BadRequest), "n-1"));
        wire.Always("/par", """{"request_uri":"urn:a","expires_in":60}""", HttpStatusCode.Created);
        var client = Clients.Create<IPushing>(wire);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = Callback });
        await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));

        var pushed = Posts(wire).Where(post => post.Uri.AbsolutePath == "/par").ToList();
        Assert.Equal([null, "n-1"], pushed.Select(post => Proof.Of(post).Nonce));
        Assert.Equal(pushed[0].Fields["state"].Single(), pushed[1].Fields["state"].Single());
        Assert.All(pushed, post => Assert.Equal(Proof.Of(wire.Last).Thumbprint, post.Fields["dpop_jkt"].Single()));
        Assert.All(pushed, post => Assert.Equal(Proof.Of(wire.Last).Thumbprint, Proof.Of(post).Thumbprint));
        Assert.All(pushed, post => Assert.Null(Proof.Of(post)["ath"]));
        Assert.Equal(TestIssuer.Issuer + "/par", Proof.Of(pushed[0])["htu"]);
        Assert.Equal("n-1", Proof.Of(wire.Last).Nonce);
        Assert.DoesNotContain("dpop_jkt", request.Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DP_31_a_provider_that_takes_no_signature_of_the_key_is_asked_for_nothing()
    {
        var wire = Wire(metadata => metadata["dpop_signing_alg_values_supported"] = new JsonArray("PS256", "EdDSA"));
        var exception = await Clients.FailsAsync(OAuthFailure.DPoPAlgorithmNotSupported, () => Client(wire).RequestClientTokenAsync());

        Assert.Contains("PS256", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Posts(wire));
    }

    [Fact]
    public async Task DP_31_nor_does_a_stated_algorithm_give_way()
    {
        using var rsa = Keys.Rsa();
        var wire = Wire(metadata => metadata["dpop_signing_alg_values_supported"] = new JsonArray("PS256"));
        await Clients.FailsAsync(
            OAuthFailure.DPoPAlgorithmNotSupported,
            () => Clients.Create<IBinding>(wire, options => options.DPoPKey = ClientKey.From(rsa, algorithm: "RS256")).RequestClientTokenAsync());
    }

    [Fact]
    public async Task DP_31_of_the_announced_algorithms_one_of_the_keys_is_used()
    {
        using var rsa = Keys.Rsa();
        var wire = Wire(metadata => metadata["dpop_signing_alg_values_supported"] = new JsonArray("PS256", "ES256"));
        await Clients.Create<IBinding>(wire, options => options.DPoPKey = ClientKey.From(rsa)).RequestClientTokenAsync();

        Assert.Equal("PS256", Proof.Of(wire.Last).Header.GetProperty("alg").GetString());
        Assert.True(Proof.Of(wire.Last).IsSigned);
    }

    [Fact]
    public void DP_32_a_key_that_cannot_sign_is_no_key()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var half = ECDsa.Create(ec.ExportParameters(includePrivateParameters: false));

        Assert.Throws<ArgumentException>(() => ClientKey.From(half));
        Assert.Throws<ArgumentException>(() => ClientKey.FromJsonWebKey("""{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T"}"""));
        Assert.Throws<ArgumentException>(() => ClientKey.FromPem(ec.ExportSubjectPublicKeyInfoPem()));
    }

    [Fact]
    public void A_key_that_would_never_be_used_is_a_mistake_in_the_options()
    {
        var exception = Assert.Throws<OAuthException>(() => Clients.Create<IIdp>(new Wire(), options => options.DPoPKey = ClientKey.Create()));

        Assert.Equal(OAuthFailure.InvalidConfiguration, exception.Failure);
        Assert.Contains("SenderConstraint.DPoP", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proofs_go_to_the_endpoints_that_give_tokens_and_to_no_other()
    {
        var wire = Wire().Always("/revoke", "").Always("/introspect", """{"active":true}""")
            .Always("/device", """{"device_code":"dc","user_code":"uc","verification_uri":"https://a.example/","expires_in":60}""");
        var client = Client(wire);
        await client.RevokeTokenAsync(new RevocationRequest { Token = "at" });
        await client.IntrospectTokenAsync(new() { Token = "at" });
        await client.RequestDeviceAuthorizationAsync();

        Assert.All(Posts(wire), request => Assert.DoesNotContain("DPoP", request.Headers.Keys));
    }

    [Fact]
    public async Task DP_27_the_UserInfo_endpoint_gets_the_token_with_its_own_scheme_and_a_proof_with_its_hash()
    {
        var wire = Wire().Always("/me", """{"sub":"user-1"}""");
        await Client(wire).GetUserInfoAsync(new UserInfoRequest { AccessToken = "at", Subject = null });

        Assert.Equal("DPoP at", wire.Last.Authorization);
        Assert.Equal("GET", Proof.Of(wire.Last)["htm"]);
        Assert.Equal(TestIssuer.Issuer + "/me", Proof.Of(wire.Last)["htu"]);
        Assert.Equal(SdkGen.OAuth.Security.DPoPProver.HashOf("at"), Proof.Of(wire.Last)["ath"]);
    }

    [Fact]
    public async Task DP_15_DP_17_and_DP_21_the_UserInfo_endpoint_has_nonces_of_its_own_and_may_ask_in_the_second_of_two_challenges()
    {
        var wire = Wire();
        wire.Always("/token", request => Proof.Of(request).Nonce == "of-the-server" ? Tests.Wire.Reply(Token) : WithNonce(Tests.Wire.Reply(NonceWanted, HttpStatusCode.BadRequest), "of-the-server"));
        wire.Always("/me", request =>
        {
            if (Proof.Of(request).Nonce == "of-the-resource")
            {
                return Tests.Wire.Reply("""{"sub":"user-1"}""");
            }

            var refusal = WithNonce(Tests.Wire.Reply("", HttpStatusCode.Unauthorized), "of-the-resource");
            refusal.Headers.TryAddWithoutValidation("WWW-Authenticate", "Bearer realm=\"a\", DPoP error=\"use_dpop_nonce\", algs=\"ES256\"");
            return refusal;
        });
        var client = Client(wire);
        for (var i = 0; i < 2; i++)
        {
            var token = await client.RequestClientTokenAsync();
            await client.GetUserInfoAsync(new UserInfoRequest { AccessToken = token.AccessToken, Subject = null });
        }

        // Two of the first round were asked for a nonce; both sides remember theirs.
        Assert.Equal(6, wire.Requests.Count(request => request.Headers.ContainsKey("DPoP")));
    }

    [Fact]
    public async Task DV_19_when_a_nonce_is_asked_for_while_polling_the_next_try_follows_at_once_and_is_the_same_poll()
    {
        // Nobody moves this clock, so nobody waits by it.
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var wire = Wire();
        wire.Answer("/token", _ => WithNonce(Tests.Wire.Reply(NonceWanted, HttpStatusCode.BadRequest), "n-1"));
        wire.Answer("/token", """{"error":"authorization_pending"}""", HttpStatusCode.BadRequest);
        var exception = await Clients.FailsAsync(
            OAuthFailure.ErrorResponse,
            () => Clients.Create<IBinding>(wire, services: new() { TimeProvider = clock }).RequestDeviceTokenAsync(new DeviceTokenRequest { DeviceCode = "dc" }));

        // What the caller of the poll sees is the second answer: its interval stays as it is.
        Assert.Equal("authorization_pending", exception.Error);
        Assert.Equal([null, "n-1"], Posts(wire).Select(request => Proof.Of(request).Nonce));
    }

    [Fact]
    public async Task Neither_errors_nor_texts_hold_a_proof_or_the_key()
    {
        var wire = Wire();
        wire.Always("/token", request => Tests.Wire.Reply($$"""{"error":"invalid_dpop_proof","error_description":"{{request.Headers["DPoP"]}}"}""", HttpStatusCode.BadRequest));
        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Client(wire).RequestClientTokenAsync());

        Assert.Equal("invalid_dpop_proof", exception.Error);
        Assert.DoesNotContain(wire.Last.Headers["DPoP"].Split('.')[1], exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_whose_options_change_keeps_its_own_key()
    {
        var wire = Wire();
        var current = Options();
        var client = Make<IBinding>(() => current);
        var first = await client.RequestClientTokenAsync();
        current = Options();
        var second = await client.RequestClientTokenAsync();

        Assert.Equal(first.KeyThumbprint, second.KeyThumbprint);

        OAuthClientOptions Options() => new BindingOptions { ClientId = "client-1", ClientSecret = "the-secret", BackchannelHandler = wire };
    }

    private static T Make<T>(Func<OAuthClientOptions> options)
        where T : class, IOAuthProvider<T> => T.CreateClient(new OAuthClient(T.Declaration, options));

    private static string Pem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static Task<AuthorizationRequest> StartAsync(IBinding client) => client.CreateAuthorizationRequestAsync(new() { RedirectUri = Callback });

    private static IBinding Client(Wire wire) => Clients.Create<IBinding>(wire);

    private static IBinding PublicClient(Wire wire) => Clients.Create<IBinding>(wire, options => options.ClientSecret = null);

    private static List<WireRequest> Posts(Wire wire) => [.. wire.Requests.Where(request => request.Method == "POST")];

    private static HttpResponseMessage WithNonce(HttpResponseMessage reply, string nonce)
    {
        reply.Headers.TryAddWithoutValidation("DPoP-Nonce", nonce);
        return reply;
    }

    private static Wire Wire(Action<JsonObject>? change = null, string token = Token) => new Wire()
        .Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
        {
            metadata["pushed_authorization_request_endpoint"] = TestIssuer.Issuer + "/par";
            change?.Invoke(metadata);
        }))
        .Always("/token", token);
}
