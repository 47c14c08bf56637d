using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.NativeApps;

/// <summary>Client-initiated backchannel authentication (OpenID Connect CIBA Core 1.0), on a clock of the test's own.</summary>
public sealed class BackchannelTests : IDisposable
{
    private const string Start = """{"auth_req_id":"req-1","expires_in":120,"interval":5}""";
    private const string Endpoint = "/bc-authorize";
    private const string ClaimName = "urn:openid:params:jwt:claim:auth_req_id";

    private static readonly BackchannelAuthenticationRequest Alice = new() { Hint = UserHint.Login("alice") };

    private readonly TestIssuer _issuer = new();
    private readonly PollClock _clock = new();
    private readonly List<double> _polls = [];

    public void Dispose() => _issuer.Dispose();

    [Fact]
    public async Task A_request_says_whom_for_what_and_what_they_are_shown()
    {
        var wire = Wire(Start);
        await Client(wire).RequestBackchannelAuthenticationAsync(new()
        {
            Hint = UserHint.Login("alice@example.com"),
            Scopes = ["openid", "payments"],
            BindingMessage = "W4SCT",
            UserCode = "4711",
            RequestedExpiry = TimeSpan.FromMinutes(2),
            AcrValues = ["silver", "gold"],
            Resources = ["https://api.example.com", "https://other.example.com"],
        });

        Assert.Equal("POST", wire.Last.Method);
        Assert.StartsWith("Basic ", wire.Last.Authorization, StringComparison.Ordinal);
        Assert.Equal(
            [
                "login_hint=alice@example.com", "binding_message=W4SCT", "user_code=4711", "acr_values=silver gold", "requested_expiry=120",
                "scope=openid payments offline_access", "resource=https://api.example.com", "resource=https://other.example.com",
            ],
            wire.Last.Fields.SelectMany(field => field, (field, value) => $"{field.Key}={value}"));
    }

    [Fact]
    public async Task The_scope_always_contains_openid()
    {
        var wire = Wire(Start);
        await Client(wire).RequestBackchannelAuthenticationAsync(Alice with { Scopes = ["payments"] });

        Assert.StartsWith("openid payments", wire.Last.Fields["scope"].Single(), StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<string, UserHint>> Hints { get; } = new()
    {
        { "login_hint", UserHint.Login },
        { "login_hint_token", UserHint.LoginToken },
        { "id_token_hint", UserHint.IdToken },
    };

    [Theory]
    [MemberData(nameof(Hints))]
    public async Task There_is_exactly_one_hint(string parameter, Func<string, UserHint> hint)
    {
        var wire = Wire(Start);
        await Client(wire).RequestBackchannelAuthenticationAsync(new() { Hint = hint("x") });

        var fields = wire.Last.Fields.Where(field => field.Key.Contains("hint", StringComparison.Ordinal));
        Assert.Equal([$"{parameter}=x"], fields.Select(field => $"{field.Key}={field.Single()}"));
        Assert.Equal(parameter, hint("x").ToString());
    }

    [Fact]
    public async Task A_user_may_be_given_a_second()
    {
        var wire = Wire(Start);
        await Client(wire).RequestBackchannelAuthenticationAsync(Alice with { RequestedExpiry = TimeSpan.FromSeconds(1) });

        Assert.Equal("1", wire.Last.Fields["requested_expiry"].Single());
    }

    [Theory]
    [InlineData("{}", OAuthFailure.UnreadableResponse)]
    [InlineData("""{"auth_req_id":5,"expires_in":120}""", OAuthFailure.UnreadableResponse)]
    [InlineData("""{"auth_req_id":"","expires_in":120}""", OAuthFailure.UnreadableResponse)]
    [InlineData("""{"auth_req_id":"r"}""", OAuthFailure.InvalidLifetime)]
    [InlineData("""{"auth_req_id":"r","expires_in":"soon"}""", OAuthFailure.InvalidLifetime)]
    [InlineData("""{"auth_req_id":"r","expires_in":120,"interval":-1}""", OAuthFailure.InvalidLifetime)]
    [InlineData("[]", OAuthFailure.UnreadableResponse)]
    [InlineData("""{"auth_req_id":"r","auth_req_id":"s","expires_in":120}""", OAuthFailure.DuplicateMember)]
    public async Task A_reply_without_what_it_needs_is_refused(string reply, OAuthFailure failure) =>
        await Clients.FailsAsync(failure, () => Client(Wire(reply)).RequestBackchannelAuthenticationAsync(Alice));

    [Theory]
    [InlineData("unknown_user_id")]
    [InlineData("missing_user_code")]
    [InlineData("invalid_user_code")]
    [InlineData("invalid_binding_message")]
    [InlineData("expired_login_hint_token")]
    [InlineData("access_denied")]
    public async Task An_error_is_told_by_its_code(string error)
    {
        var wire = Issuer().Answer(Endpoint, $$"""{"error":"{{error}}"}""", HttpStatusCode.BadRequest);

        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Client(wire).RequestBackchannelAuthenticationAsync(Alice));

        Assert.Equal(error, exception.Error);
    }

    [Fact]
    public async Task It_waits_before_the_first_poll_and_slows_down_for_good()
    {
        var token = await RunAsync(Start, "authorization_pending", "slow_down", "authorization_pending", null);

        Assert.Equal("user-1", token.IdToken!.Subject);
        Assert.Equal([5, 10, 20, 30], _polls);
    }

    [Theory]
    [InlineData("access_denied")]
    [InlineData("expired_token")]
    [InlineData("transaction_failed")]
    [InlineData("invalid_grant")]
    public async Task Any_other_error_ends_it(string error)
    {
        var exception = await Assert.ThrowsAsync<OAuthException>(() => RunAsync(Start, "authorization_pending", error, null));

        Assert.Equal(error, exception.Error);
        Assert.Equal(2, _polls.Count);
    }

    [Fact]
    public async Task After_the_deadline_nothing_is_sent()
    {
        var start = """{"auth_req_id":"req-1","expires_in":12,"interval":5}""";
        var exception = await Assert.ThrowsAsync<OAuthException>(() => RunAsync(start, "authorization_pending", "authorization_pending", null));

        Assert.Equal(OAuthFailure.AuthenticationRequestExpired, exception.Failure);
        Assert.Equal([5, 10], _polls);
    }

    [Fact]
    public async Task The_poll_carries_grant_type_and_id()
    {
        await RunAsync(Start, [null]);

        Assert.Equal("urn:openid:params:grant-type:ciba", _last!.Fields["grant_type"].Single());
        Assert.Equal("req-1", _last.Fields["auth_req_id"].Single());
    }

    [Fact]
    public async Task What_was_asked_for_is_granted_where_the_reply_says_nothing_else()
    {
        var wire = Wire(Start).Always("/token", _ => Tests.Wire.Reply(Reply(_issuer.Sign(TestIssuer.Claims()))));
        var client = Client(wire);
        var authentication = await client.RequestBackchannelAuthenticationAsync(Alice with { Scopes = ["openid", "payments"] });

        Assert.Equal(["openid", "payments", "offline_access"], (await client.RequestBackchannelTokenAsync(new(authentication))).Scopes);
        Assert.Equal(["openid"], (await client.RequestBackchannelTokenAsync(new() { AuthenticationRequestId = "req-1" })).Scopes);
    }

    [Fact]
    public async Task Without_an_ID_token_the_user_is_not_authenticated()
    {
        var wire = Wire(Start).Answer("/token", """{"access_token":"at","token_type":"Bearer"}""");

        await Clients.FailsAsync(OAuthFailure.IdTokenMissing, () => Client(wire).RequestBackchannelTokenAsync(new() { AuthenticationRequestId = "req-1" }));
    }

    [Theory]
    [InlineData("req-1", null)]
    [InlineData(null, null)]
    [InlineData("req-2", OAuthFailure.IdTokenAuthenticationRequest)]
    public async Task An_ID_token_that_names_an_authentication_names_this_one(string? named, OAuthFailure? failure)
    {
        var claims = TestIssuer.Claims();
        claims[ClaimName] = named;
        var wire = Wire(Start).Answer("/token", Reply(_issuer.Sign(claims)));
        var call = () => Client(wire).RequestBackchannelTokenAsync(new() { AuthenticationRequestId = "req-1" });

        if (failure is { } expected)
        {
            await Clients.FailsAsync(expected, call);
        }
        else
        {
            Assert.Equal("user-1", (await call()).IdToken!.Subject);
        }
    }

    [Fact]
    public async Task The_access_token_is_that_of_the_ID_token()
    {
        var claims = TestIssuer.Claims();
        claims["at_hash"] = "wrong";
        var wire = Wire(Start).Answer("/token", Reply(_issuer.Sign(claims)));

        await Clients.FailsAsync(OAuthFailure.IdTokenAccessTokenHash, () => Client(wire).RequestBackchannelTokenAsync(new() { AuthenticationRequestId = "req-1" }));
    }

    [Fact]
    public async Task A_nonce_that_was_never_sent_is_refused()
    {
        var wire = Wire(Start).Answer("/token", Reply(_issuer.Sign(TestIssuer.Claims("null1"))));

        await Clients.FailsAsync(OAuthFailure.IdTokenNonce, () => Client(wire).RequestBackchannelTokenAsync(new() { AuthenticationRequestId = "req-1" }));
    }

    [Theory]
    [InlineData("[\"poll\"]", true)]
    [InlineData("[\"push\"]", false)]
    public async Task A_way_of_delivery_that_the_provider_does_not_announce_is_not_tried(string announced, bool notify)
    {
        var wire = new Wire().Always(
            "/.well-known/openid-configuration",
            TestIssuer.Metadata(change: metadata => metadata["backchannel_token_delivery_modes_supported"] = JsonNode.Parse(announced)));

        await Clients.FailsAsync(
            OAuthFailure.InvalidConfiguration, () => Client(wire).RequestBackchannelAuthenticationAsync(Alice with { Notify = notify }));
        Assert.DoesNotContain(wire.Requests, request => request.Uri.AbsolutePath == Endpoint);
    }

    [Fact]
    public async Task A_notification_is_for_the_authentication_whose_token_it_carries()
    {
        var wire = Wire(Start, Start);
        var client = Client(wire);
        var authentication = await client.RequestBackchannelAuthenticationAsync(Alice with { Notify = true });
        var other = await client.RequestBackchannelAuthenticationAsync(Alice with { Notify = true });
        var token = authentication.NotificationToken!;
        var body = """{"auth_req_id":"req-1"}"""u8;

        Assert.Equal(wire.Requests[1].Fields["client_notification_token"].Single(), token);
        Assert.NotEqual(token, other.NotificationToken);
        Assert.True(BackchannelNotification.Parse("Bearer " + token, body).IsFor(authentication));
        Assert.True(BackchannelNotification.Parse("bearer  " + token, body).IsFor(authentication));
        Assert.False(BackchannelNotification.Parse("Bearer " + token, body).IsFor(other));
        Assert.False(BackchannelNotification.Parse("Bearer " + token, """{"auth_req_id":"req-2"}"""u8).IsFor(authentication));
        Assert.False(BackchannelNotification.Parse("Bearer x", body).IsFor(authentication));
        Assert.DoesNotContain(token, authentication.ToString() + BackchannelNotification.Parse("Bearer " + token, body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_poll_mode_no_notification_is_for_it()
    {
        var authentication = await Client(Wire(Start)).RequestBackchannelAuthenticationAsync(Alice);

        Assert.Null(authentication.NotificationToken);
        Assert.False(BackchannelNotification.Parse("Bearer x", """{"auth_req_id":"req-1"}"""u8).IsFor(authentication));
    }

    [Fact]
    public async Task A_signed_request_holds_every_parameter_and_stands_beside_what_proves_the_client()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var wire = Wire(Start);
        var client = Clients.Create<ISigningBank>(
            wire,
            options =>
            {
                options.ClientSecret = null;
                options.ClientKey = ClientKey.From(key, "k-1");
            },
            services: new() { TimeProvider = _clock });

        await client.RequestBackchannelAuthenticationAsync(Alice with { BindingMessage = "W4SCT", RequestedExpiry = TimeSpan.FromMinutes(1), Resources = ["https://a.example"] });

        Assert.Equal(
            ["client_assertion", "client_assertion_type", "client_id", "request"],
            wire.Last.Fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        var parts = wire.Last.Fields["request"].Single().Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256));
        Assert.Equal("JWT", (string?)JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!["typ"]);
        Assert.Equal((TestIssuer.ClientId, TestIssuer.Issuer), ((string?)claims["iss"], (string?)claims["aud"]));
        Assert.Equal(("alice", "W4SCT", "60", "openid"), ((string?)claims["login_hint"], (string?)claims["binding_message"], (string?)claims["requested_expiry"], (string?)claims["scope"]));
        Assert.Equal(("https://a.example", "desk"), ((string?)claims["resource"], (string?)claims["channel"]));
        Assert.All(["exp", "iat", "nbf", "jti"], claim => Assert.NotNull(claims[claim]));
    }

    [Fact]
    public async Task A_request_that_the_provider_takes_from_no_key_of_the_client_is_not_sent()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
            metadata["backchannel_authentication_request_signing_alg_values_supported"] = new JsonArray("PS256")));
        var client = Clients.Create<ISigningBank>(wire, options =>
        {
            options.ClientSecret = null;
            options.ClientKey = ClientKey.From(key);
        });

        await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, () => client.RequestBackchannelAuthenticationAsync(Alice));
        Assert.DoesNotContain(wire.Requests, request => request.Uri.AbsolutePath == Endpoint);
    }

    private WireRequest? _last;

    private IIdp Client(Wire wire) => Clients.Create<IIdp>(wire, services: new() { TimeProvider = _clock });

    private static string Reply(string idToken) => $$"""{"access_token":"at","token_type":"Bearer","expires_in":60,"id_token":"{{idToken}}"}""";

    private Wire Issuer() => new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata()).Always("/keys", _issuer.Keys);

    private Wire Wire(params string[] starts)
    {
        var wire = Issuer();
        foreach (var start in starts)
        {
            wire.Answer(Endpoint, start);
        }

        return wire;
    }

    private async Task<TokenResponse> RunAsync(string start, params string?[] errors)
    {
        var wire = Wire(start);
        foreach (var error in errors)
        {
            wire.Answer("/token", _ =>
            {
                return error is null
                    ? Tests.Wire.Reply(Reply(_issuer.Sign(TestIssuer.Claims())))
                    : Tests.Wire.Reply($$"""{"error":"{{error}}"}""", HttpStatusCode.BadRequest);
            });
        }

        try
        {
            return await Polls.RunAsync(_clock, wire, "/token", _polls, () => Client(wire).AuthenticateOutOfBandAsync(Alice));
        }
        finally
        {
            _last = wire.Requests.LastOrDefault(request => request.Uri.AbsolutePath == "/token");
        }
    }
}
