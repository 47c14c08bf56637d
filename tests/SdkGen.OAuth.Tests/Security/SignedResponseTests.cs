using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.Security;

[OAuthProvider(TestIssuer.Issuer, Scopes = ["profile"], ResponseMode = ResponseMode.QueryJwt)]
[OAuthResponse(OAuthMessage.Authorization, Keep = ["tenant"])]
public partial interface IQueryJwtIdp : IAuthorizationCodeGrant;

[OAuthProvider(TestIssuer.Issuer, Scopes = ["profile"], ResponseMode = ResponseMode.FormPostJwt)]
public partial interface IFormPostJwtIdp : IAuthorizationCodeGrant;

[OAuthProvider(TestIssuer.Issuer, Scopes = ["profile"], ResponseMode = ResponseMode.Jwt, ResponseAlgorithms = ["ES256"])]
public partial interface IJwtIdp : IAuthorizationCodeGrant;

/// <summary>Signed authorization responses (JARM): what the signature covers counts, and what it does not cover is not there.</summary>
public sealed class SignedResponseTests(TestIssuer issuer) : IClassFixture<TestIssuer>
{
    private static readonly Uri RedirectUri = new("https://app.example/callback");

    private readonly TestIssuer _issuer = issuer;

    [Fact]
    public async Task Each_response_mode_is_asked_for_by_its_name()
    {
        Assert.Equal("query.jwt", await ModeAsync<IQueryJwtIdp>());
        Assert.Equal("form_post.jwt", await ModeAsync<IFormPostJwtIdp>());
        Assert.Equal("jwt", await ModeAsync<IJwtIdp>());
        Assert.Null(await ModeAsync<IIdp>());
    }

    [Fact]
    public async Task JR_01_a_signed_response_is_redeemed()
    {
        var (client, wire, request) = await StartAsync<IQueryJwtIdp>();
        var claims = Claims(request);
        claims["tenant"] = "t1";
        var token = await client.RedeemAuthorizationCodeAsync(request, Response(_issuer.Sign(claims)));

        Assert.Equal("the-code", wire.Last.Fields["code"].Single());
        Assert.Equal("t1", token.CallbackParameters["tenant"]);
    }

    [Fact]
    public async Task JR_11_the_issuer_inside_is_enough_where_the_provider_announces_iss()
    {
        var (client, _, request) = await StartAsync<IQueryJwtIdp>(metadata => metadata["authorization_response_iss_parameter_supported"] = true);

        Assert.NotNull(await client.RedeemAuthorizationCodeAsync(request, Response(_issuer.Sign(Claims(request)))));
    }

    [Theory]
    [InlineData("the default", "RS256", null, null)]
    [InlineData("the default", "PS256", null, OAuthFailure.SignedMessageAlgorithm)]
    [InlineData("the announced one", "PS256", "PS256 ES256", null)]
    [InlineData("the announced one", "RS256", "PS256 ES256", OAuthFailure.SignedMessageAlgorithm)]
    [InlineData("announced, but no signature", "none", "none", OAuthFailure.SignedMessageAlgorithm)]
    [InlineData("announced, but symmetric", "HS256", "HS256", OAuthFailure.SignedMessageAlgorithm)]
    public async Task JR_02_the_algorithm_is_the_announced_one_or_RS256(string what, string algorithm, string? announced, OAuthFailure? failure)
    {
        Assert.NotEmpty(what);
        var (client, _, request) = await StartAsync<IQueryJwtIdp>(metadata => metadata["authorization_signing_alg_values_supported"] =
            announced is null ? null : new JsonArray([.. announced.Split(' ').Select(name => JsonValue.Create(name))]));
        await RedeemsAsync(client, request, _issuer.Sign(Claims(request), algorithm: algorithm), failure);
    }

    [Theory]
    [InlineData("ES256", null)]
    [InlineData("RS256", OAuthFailure.SignedMessageAlgorithm)]
    public async Task JR_02_the_declared_algorithm_is_stronger_than_the_announced_one(string algorithm, OAuthFailure? failure)
    {
        var (client, _, request) = await StartAsync<IJwtIdp>(metadata => metadata["authorization_signing_alg_values_supported"] = new JsonArray("RS256"));
        await RedeemsAsync(client, request, _issuer.Sign(Claims(request), algorithm: algorithm), failure);
    }

    public static TheoryData<string, OAuthFailure, Action<JsonObject>> WrongClaims { get; } = new()
    {
        { "JR-03 iss", OAuthFailure.SignedMessageClaim, claims => claims.Remove("iss") },
        { "JR-03 aud", OAuthFailure.SignedMessageAudience, claims => claims.Remove("aud") },
        { "JR-03 exp", OAuthFailure.SignedMessageClaim, claims => claims.Remove("exp") },
        { "JR-04 iss", OAuthFailure.SignedMessageIssuer, claims => claims["iss"] = TestIssuer.Issuer + "1" },
        { "JR-04 aud", OAuthFailure.SignedMessageAudience, claims => claims["aud"] = TestIssuer.ClientId + "1" },
        { "JR-05", OAuthFailure.SignedMessageExpired, claims => claims["exp"] = TestIssuer.Now - 360 },
        { "nbf to come", OAuthFailure.SignedMessageNotYetValid, claims => claims["nbf"] = TestIssuer.Now + 360 },
        { "JR-08 another state", OAuthFailure.StateMismatch, claims => claims["state"] = claims["state"] + "1" },
        { "JR-08 no state", OAuthFailure.StateMissing, claims => claims.Remove("state") },
        { "JR-09 a code that is a number", OAuthFailure.CodeMissing, claims => claims["code"] = 5 },
        { "JR-09 a state that is a number", OAuthFailure.StateMissing, claims => claims["state"] = 5 },
        { "no code", OAuthFailure.CodeMissing, claims => claims.Remove("code") },
        { "a token beside the code", OAuthFailure.UnexpectedParameter, claims => claims["access_token"] = "at" },
        { "JR-10 an error", OAuthFailure.AuthorizationError, claims => (claims["code"], claims["error"]) = (null, "access_denied") },
    };

    [Theory]
    [MemberData(nameof(WrongClaims))]
    public async Task A_response_that_is_wrong_inside_is_refused(string id, OAuthFailure failure, Action<JsonObject> change)
    {
        Assert.NotEmpty(id);
        var (client, wire, request) = await StartAsync<IQueryJwtIdp>();
        var claims = Claims(request);
        change(claims);
        await RedeemsAsync(client, request, _issuer.Sign(claims), failure);

        Assert.DoesNotContain(wire.Requests, sent => sent.Uri.AbsolutePath == "/token");
    }

    public static TheoryData<string, OAuthFailure, Func<string, string>> Damages { get; } = new()
    {
        { "JR-06", OAuthFailure.SignedMessageSignature, Damage.Signature },
        { "JR-12", OAuthFailure.SignedMessageEncrypted, token => token + ".a.b" },
        { "no JWT", OAuthFailure.SignedMessageMalformed, _ => "no-jwt" },
        { "two parts", OAuthFailure.SignedMessageMalformed, token => token[..token.LastIndexOf('.')] },
        { "nothing", OAuthFailure.SignedMessageMissing, _ => "" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_response_is_refused(string id, OAuthFailure failure, Func<string, string> damage)
    {
        Assert.NotEmpty(id);
        var (client, _, request) = await StartAsync<IQueryJwtIdp>();
        await RedeemsAsync(client, request, damage(_issuer.Sign(Claims(request))), failure);
    }

    [Theory]
    [InlineData("none", "JWT", OAuthFailure.SignedMessageAlgorithm)]
    [InlineData("HS256", "JWT", OAuthFailure.SignedMessageAlgorithm)]
    [InlineData("RS256", "at+jwt", OAuthFailure.SignedMessageType)]
    [InlineData("RS256", "logout+jwt", OAuthFailure.SignedMessageType)]
    [InlineData("RS256", "oauth-authz-resp+jwt", null)]
    public async Task JR_07_without_a_signature_of_the_provider_it_is_no_response(string algorithm, string type, OAuthFailure? failure)
    {
        var (client, _, request) = await StartAsync<IQueryJwtIdp>();
        await RedeemsAsync(client, request, _issuer.Sign(Claims(request), header => header["typ"] = type, algorithm), failure);
    }

    [Fact]
    public async Task JR_08_what_stands_beside_the_signed_response_is_not_looked_at()
    {
        var (client, wire, request) = await StartAsync<IQueryJwtIdp>();
        var response = AuthorizationResponse.ParseQuery($"state=other&code=forged&iss=https%3A%2F%2Fevil.example&error=e&response={_issuer.Sign(Claims(request))}");

        Assert.Equal(request.State, response.State);
        await client.RedeemAuthorizationCodeAsync(request, response);
        Assert.Equal("the-code", wire.Last.Fields["code"].Single());
    }

    [Theory]
    [InlineData("code=x&state={0}")]
    [InlineData("code=x&state={0}&iss=https%3A%2F%2Fid.example.com")]
    [InlineData("error=access_denied&state={0}")]
    [InlineData("code=x&state={0}&response=")]
    public async Task AR_18_a_response_that_is_not_signed_is_none(string query)
    {
        var (client, wire, request) = await StartAsync<IQueryJwtIdp>();
        var response = AuthorizationResponse.ParseQuery(string.Format(System.Globalization.CultureInfo.InvariantCulture, query, request.State));

        await Clients.FailsAsync(OAuthFailure.SignedMessageMissing, () => client.RedeemAuthorizationCodeAsync(request, response));
        Assert.DoesNotContain(wire.Requests, sent => sent.Uri.AbsolutePath == "/token");
    }

    [Fact]
    public async Task AR_17_a_signed_response_that_nobody_asked_for_is_refused()
    {
        var (client, _, request) = await StartAsync<IIdp>();

        await RedeemsAsync(client, request, _issuer.Sign(Claims(request)), OAuthFailure.UnexpectedParameter);
    }

    [Fact]
    public async Task A_signed_response_is_not_doubled()
    {
        var (client, _, request) = await StartAsync<IQueryJwtIdp>();
        var token = _issuer.Sign(Claims(request));

        await Clients.FailsAsync(OAuthFailure.DuplicateParameter, () =>
            client.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.ParseQuery($"response={token}&response={token}")));
    }

    [Fact]
    public async Task A_forged_response_does_not_use_the_request_up()
    {
        var (client, _, request) = await StartAsync<IQueryJwtIdp>();
        await RedeemsAsync(client, request, Damage.Signature(_issuer.Sign(Claims(request))), OAuthFailure.SignedMessageSignature);
        var response = Response(_issuer.Sign(Claims(request)));
        await client.RedeemAuthorizationCodeAsync(request, response);

        await Clients.FailsAsync(OAuthFailure.RequestReplayed, () => client.RedeemAuthorizationCodeAsync(request, response));
    }

    [Theory]
    [InlineData("response=a.b.c")]
    [InlineData("response=a.eyJzdGF0ZSI6NX0.c")]
    [InlineData("response=eyJzdGF0ZSI6NX0")]
    [InlineData("response=")]
    public void A_response_that_cannot_be_read_has_no_state(string query) => Assert.Null(AuthorizationResponse.ParseQuery(query).State);

    private static AuthorizationResponse Response(string token) => AuthorizationResponse.ParseQuery("response=" + token);

    private static JsonObject Claims(AuthorizationRequest request) => new()
    {
        ["iss"] = TestIssuer.Issuer,
        ["aud"] = TestIssuer.ClientId,
        ["exp"] = TestIssuer.Now + 600,
        ["code"] = "the-code",
        ["state"] = request.State,
    };

    private static async Task RedeemsAsync(IAuthorizationCodeGrant client, AuthorizationRequest request, string token, OAuthFailure? failure)
    {
        Task<TokenResponse> Redeem() => client.RedeemAuthorizationCodeAsync(request, Response(token));
        if (failure is { } expected)
        {
            var exception = await Clients.FailsAsync(expected, Redeem);
            Assert.DoesNotContain("the-code", exception.ToString(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal("at", (await Redeem()).AccessToken);
        }
    }

    private async Task<string?> ModeAsync<T>()
        where T : class, IOAuthProvider<T>, IAuthorizationCodeGrant =>
        WireRequest.Parse((await StartAsync<T>()).Request.Uri.Query[1..])["response_mode"].SingleOrDefault();

    private async Task<(T Client, Wire Wire, AuthorizationRequest Request)> StartAsync<T>(Action<JsonObject>? metadata = null)
        where T : class, IOAuthProvider<T>, IAuthorizationCodeGrant
    {
        var wire = new Wire()
            .Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata))
            .Always("/keys", _issuer.Keys)
            .Always("/token", """{"access_token":"at","token_type":"Bearer"}""");
        var client = Clients.Create<T>(wire);
        return (client, wire, await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, Scopes = ["profile"] }));
    }
}
