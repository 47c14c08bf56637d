using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>OpenID Connect Back-Channel Logout 1.0 section 2.6: each check has a failure of its own, and a token is used once.</summary>
public sealed class BackchannelLogoutTests(TestIssuer issuer) : IClassFixture<TestIssuer>
{
    private readonly TestIssuer _issuer = issuer;

    public static TheoryData<string, Action<JsonObject>> Good { get; } = new()
    {
        { "sub and sid", _ => { } },
        { "sub alone", claims => claims.Remove("sid") },
        { "sid alone", claims => claims.Remove("sub") },
        { "aud in a list, with others", claims => claims["aud"] = new JsonArray("other", TestIssuer.ClientId) },
        { "claims that nobody knows", claims => claims["ignored_claim"] = new JsonObject { ["a"] = 1 } },
        { "more in the event, and more events", claims => claims["events"] = new JsonObject { [Event] = new JsonObject { ["a"] = 1 }, ["b"] = new JsonObject() } },
    };

    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    [Theory]
    [MemberData(nameof(Good))]
    public async Task A_logout_token_of_the_provider_says_who_is_logged_out(string what, Action<JsonObject> change)
    {
        Assert.NotEmpty(what);
        var claims = Claims();
        change(claims);

        var token = await Client().ValidateLogoutTokenAsync(Sign(claims));

        Assert.Equal(TestIssuer.Issuer, token.Issuer);
        Assert.Equal((string?)claims["sub"], token.Subject);
        Assert.Equal((string?)claims["sid"], token.SessionId);
        Assert.Equal((string?)claims["jti"], token.Id);
        Assert.Equal($"LogoutToken {{ Issuer = https://id.example.com, IssuedAt = {token.IssuedAt:O} }}", token.ToString());
    }

    [Theory]
    [InlineData("logout+jwt")]
    [InlineData("application/logout+jwt")]
    [InlineData("JWT")]
    [InlineData(null)]
    public async Task The_type_is_logout_or_JWT_or_left_out(string? type) =>
        Assert.NotNull(await Client().ValidateLogoutTokenAsync(_issuer.Sign(Claims(), header =>
        {
            header.Remove("typ");
            if (type is not null)
            {
                header["typ"] = type;
            }
        })));

    public static TheoryData<string, OAuthFailure, Action<JsonObject>> WrongClaims { get; } = new()
    {
        { "wrong issuer", OAuthFailure.SignedMessageIssuer, claims => claims["iss"] = TestIssuer.Issuer + "1" },
        { "no iss", OAuthFailure.SignedMessageClaim, claims => claims.Remove("iss") },
        { "wrong aud", OAuthFailure.SignedMessageAudience, claims => claims["aud"] = TestIssuer.ClientId + "1" },
        { "no aud", OAuthFailure.SignedMessageAudience, claims => claims.Remove("aud") },
        { "no iat", OAuthFailure.SignedMessageClaim, claims => claims.Remove("iat") },
        { "iat to come", OAuthFailure.SignedMessageIssuedAt, claims => claims["iat"] = TestIssuer.Now + 600 },
        { "iat of last week", OAuthFailure.SignedMessageIssuedAt, claims => claims["iat"] = TestIssuer.Now - (7 * 86400) },
        { "no exp", OAuthFailure.SignedMessageClaim, claims => claims.Remove("exp") },
        { "expired", OAuthFailure.SignedMessageExpired, claims => claims["exp"] = TestIssuer.Now - 360 },
        { "not yet", OAuthFailure.SignedMessageNotYetValid, claims => claims["nbf"] = TestIssuer.Now + 360 },
        { "no events", OAuthFailure.LogoutTokenEvent, claims => claims.Remove("events") },
        { "wrong event", OAuthFailure.LogoutTokenEvent, claims => claims["events"] = new JsonObject { ["http://schemas.openid.net/event/foobar"] = new JsonObject() } },
        { "events in a list", OAuthFailure.LogoutTokenEvent, claims => claims["events"] = new JsonArray(Event) },
        { "an event that is no object", OAuthFailure.LogoutTokenEvent, claims => claims["events"] = new JsonObject { [Event] = true } },
        { "with a nonce", OAuthFailure.LogoutTokenNonce, claims => claims["nonce"] = "n" },
        { "neither sub nor sid", OAuthFailure.LogoutTokenSubject, claims => (claims["sub"], claims["sid"]) = (null, null) },
        { "sub that is a number", OAuthFailure.SignedMessageClaim, claims => claims["sub"] = 7 },
        { "an empty sid", OAuthFailure.SignedMessageClaim, claims => claims["sid"] = "" },
        { "no jti", OAuthFailure.SignedMessageClaim, claims => claims.Remove("jti") },
    };

    [Theory]
    [MemberData(nameof(WrongClaims))]
    public async Task A_wrong_claim_logs_nobody_out(string what, OAuthFailure failure, Action<JsonObject> change)
    {
        Assert.NotEmpty(what);
        var claims = Claims();
        change(claims);

        await Clients.FailsAsync(failure, () => Client().ValidateLogoutTokenAsync(Sign(claims)));
    }

    public static TheoryData<string, OAuthFailure, string, Action<JsonObject>> WrongHeaders { get; } = new()
    {
        { "alg none", OAuthFailure.SignedMessageAlgorithm, "none", _ => { } },
        { "wrong alg", OAuthFailure.SignedMessageAlgorithm, "ES256", _ => { } },
        { "HS256 with the client's secret", OAuthFailure.SignedMessageAlgorithm, "HS256", _ => { } },
        { "an access token", OAuthFailure.SignedMessageType, "RS256", header => header["typ"] = "at+jwt" },
        { "crit", OAuthFailure.SignedMessageCriticalHeader, "RS256", header => header["crit"] = new JsonArray("exp") },
        { "an unknown key", OAuthFailure.SignedMessageKeyNotFound, "RS256", header => header["kid"] = "unknown" },
        { "another signature", OAuthFailure.SignedMessageSignature, "PS256", header => header["alg"] = "RS256" },
    };

    [Theory]
    [MemberData(nameof(WrongHeaders))]
    public async Task A_wrong_signature_logs_nobody_out(string what, OAuthFailure failure, string algorithm, Action<JsonObject> change)
    {
        Assert.NotEmpty(what);
        var client = Client(metadata => metadata["id_token_signing_alg_values_supported"] = new JsonArray("RS256"));

        await Clients.FailsAsync(failure, () => client.ValidateLogoutTokenAsync(_issuer.Sign(Claims(), change, algorithm)));
    }

    [Theory]
    [InlineData("", OAuthFailure.SignedMessageMalformed)]
    [InlineData("a.b", OAuthFailure.SignedMessageMalformed)]
    [InlineData("a.b.c.d.e", OAuthFailure.SignedMessageEncrypted)]
    public async Task What_is_no_signed_JWT_logs_nobody_out(string token, OAuthFailure failure) =>
        await Clients.FailsAsync(failure, () => Client().ValidateLogoutTokenAsync(token));

    [Fact]
    public async Task An_ID_token_is_no_logout_token() =>
        await Clients.FailsAsync(OAuthFailure.LogoutTokenEvent, () => Client().ValidateLogoutTokenAsync(_issuer.Sign(TestIssuer.Claims("n"))));

    [Fact]
    public async Task A_logout_token_is_used_once_wherever_the_uses_meet()
    {
        var services = new OAuthClientServices();
        var token = Sign(Claims());
        await Client(services: services).ValidateLogoutTokenAsync(token);

        await Clients.FailsAsync(OAuthFailure.LogoutTokenReplayed, () => Client(services: services).ValidateLogoutTokenAsync(token));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_not_used_up()
    {
        var claims = Claims();
        claims["events"] = new JsonObject();
        var client = Client();
        await Clients.FailsAsync(OAuthFailure.LogoutTokenEvent, () => client.ValidateLogoutTokenAsync(Sign(claims)));
        claims["events"] = new JsonObject { [Event] = new JsonObject() };

        Assert.NotNull(await client.ValidateLogoutTokenAsync(Sign(claims)));
    }

    private static JsonObject Claims() => new()
    {
        ["iss"] = TestIssuer.Issuer,
        ["aud"] = TestIssuer.ClientId,
        ["sub"] = "user-1",
        ["sid"] = "session-1",
        ["jti"] = Guid.NewGuid().ToString(),
        ["iat"] = TestIssuer.Now,
        ["exp"] = TestIssuer.Now + 120,
        ["events"] = new JsonObject { [Event] = new JsonObject() },
    };

    private string Sign(JsonObject claims) => _issuer.Sign(claims, header => header["typ"] = "logout+jwt");

    private IIdp Client(Action<JsonObject>? metadata = null, OAuthClientServices? services = null) => Clients.Create<IIdp>(
        new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata)).Always("/keys", _issuer.Keys),
        services: services);
}
