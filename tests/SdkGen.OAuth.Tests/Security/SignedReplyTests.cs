using System.Net;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.Security;

[OAuthProvider(TestIssuer.Issuer, UserInfoAlgorithms = ["RS256"], IntrospectionAlgorithms = ["RS256"])]
public partial interface ISigningIdp : IUserInfoEndpoint, IIntrospectionEndpoint;

/// <summary>Replies that a provider signs: UserInfo (OpenID Connect Core section 5.3.2) and introspection (RFC 9701).</summary>
public sealed class SignedReplyTests(TestIssuer issuer) : IClassFixture<TestIssuer>
{
    private readonly TestIssuer _issuer = issuer;

    [Theory]
    [InlineData("application/jwt")]
    [InlineData("application/jwt;charset=UTF-8")]
    [InlineData("Application/JWT ; charset=utf-8")]
    public async Task UI_06_the_media_type_says_that_user_info_is_signed(string type)
    {
        var wire = Wire().Answer("/me", _issuer.Sign(UserClaims()), type: type);
        var user = await Clients.Create<IIdp>(wire).GetUserInfoAsync(Request());

        Assert.Equal("Ada", user.Name);
        Assert.Equal("application/json, application/jwt", Accept(wire));
    }

    [Fact]
    public async Task UI_12_JSON_and_JWT_are_both_taken_where_no_algorithm_is_declared()
    {
        var wire = Wire().Answer("/me", """{"sub":"user-1","name":"Ada"}""").Answer("/me", _issuer.Sign(UserClaims()), type: "application/jwt");
        var client = Clients.Create<IIdp>(wire);

        Assert.Equal("Ada", (await client.GetUserInfoAsync(Request())).Name);
        Assert.Equal("Ada", (await client.GetUserInfoAsync(Request())).Name);
        Assert.Contains("application/json", Accept(wire), StringComparison.Ordinal);
        Assert.Contains("application/jwt", Accept(wire), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UI_05_user_info_that_is_not_signed_is_refused_where_it_is_declared_to_be()
    {
        var wire = Wire().Answer("/me", """{"sub":"user-1"}""").Answer("/me", """{"error":"invalid_token"}""", HttpStatusCode.Unauthorized);
        var client = Clients.Create<ISigningIdp>(wire);

        await Clients.FailsAsync(OAuthFailure.SignedMessageMissing, () => client.GetUserInfoAsync(Request()));
        await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => client.GetUserInfoAsync(Request()));
    }

    [Theory]
    [InlineData("RS256", "RS256", null)]
    [InlineData("PS256", "RS256", OAuthFailure.SignedMessageAlgorithm)]
    [InlineData("RS256", null, OAuthFailure.SignedMessageAlgorithm)]
    [InlineData("none", "none", OAuthFailure.SignedMessageAlgorithm)]
    [InlineData("none", "none RS256", OAuthFailure.SignedMessageAlgorithm)]
    [InlineData("HS256", "HS256 RS256", OAuthFailure.SignedMessageAlgorithm)]
    public async Task UI_07_the_algorithm_of_user_info_is_declared_or_announced(string algorithm, string? announced, OAuthFailure? failure)
    {
        var wire = Wire(userInfo: announced).Answer("/me", _issuer.Sign(UserClaims(), algorithm: algorithm), type: "application/jwt");
        await IsAsync(failure, () => Clients.Create<IIdp>(wire).GetUserInfoAsync(Request()));
    }

    public static TheoryData<string, OAuthFailure?, Action<JsonObject>> UserInfoClaims { get; } = new()
    {
        { "UI-08 iss and aud are right", null, claims => (claims["iss"], claims["aud"]) = (TestIssuer.Issuer, TestIssuer.ClientId) },
        { "UI-08 neither is there", null, _ => { } },
        { "UI-08 another iss", OAuthFailure.SignedMessageIssuer, claims => claims["iss"] = "https://evil.example" },
        { "UI-08 an iss that is a number", OAuthFailure.SignedMessageClaim, claims => claims["iss"] = 7 },
        { "UI-08 another aud", OAuthFailure.SignedMessageAudience, claims => claims["aud"] = "other" },
        { "UI-10 no exp", null, claims => claims.Remove("exp") },
        { "expired", OAuthFailure.SignedMessageExpired, claims => claims["exp"] = TestIssuer.Now - 360 },
        { "not yet", OAuthFailure.SignedMessageNotYetValid, claims => claims["nbf"] = TestIssuer.Now + 360 },
        { "UI-01 another user", OAuthFailure.UserInfoSubjectMismatch, claims => claims["sub"] = "user-2" },
        { "UI-02 nobody", OAuthFailure.UserInfoSubjectMismatch, claims => claims.Remove("sub") },
    };

    [Theory]
    [MemberData(nameof(UserInfoClaims))]
    public async Task Signed_user_info_has_to_be_about_the_user_and_for_this_client(string id, OAuthFailure? failure, Action<JsonObject> change)
    {
        Assert.NotEmpty(id);
        var claims = UserClaims();
        change(claims);
        var wire = Wire().Answer("/me", _issuer.Sign(claims), type: "application/jwt");
        await IsAsync(failure, () => Clients.Create<IIdp>(wire).GetUserInfoAsync(Request()));
    }

    public static TheoryData<string, OAuthFailure, Func<string, string>> Damages { get; } = new()
    {
        { "UI-09", OAuthFailure.SignedMessageSignature, Damage.Signature },
        { "encrypted", OAuthFailure.SignedMessageEncrypted, token => token + ".a.b" },
        { "JSON after all", OAuthFailure.SignedMessageMalformed, _ => """{"sub":"user-1"}""" },
        { "nothing", OAuthFailure.SignedMessageMalformed, _ => "" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damaged_user_info_is_refused(string id, OAuthFailure failure, Func<string, string> damage)
    {
        Assert.NotEmpty(id);
        var wire = Wire().Answer("/me", damage(_issuer.Sign(UserClaims())), type: "application/jwt");
        await Clients.FailsAsync(failure, () => Clients.Create<IIdp>(wire).GetUserInfoAsync(Request()));
    }

    [Fact]
    public async Task UI_13_the_subject_is_left_out_on_purpose_or_not_at_all()
    {
        var wire = Wire().Always("/me", """{"sub":"somebody"}""");
        var client = Clients.Create<IIdp>(wire);

        // The property is required: who has no ID token says so. A token response says it by itself.
        Assert.Equal("somebody", (await client.GetUserInfoAsync(new UserInfoRequest { AccessToken = "at", Subject = null })).Subject);
        Assert.Equal("somebody", (await client.GetUserInfoAsync(new TokenResponse { AccessToken = "at" })).Subject);
        await Clients.FailsAsync(OAuthFailure.UserInfoSubjectMismatch, () => client.GetUserInfoAsync(Request()));
    }

    [Fact]
    public async Task UI_14_claims_of_another_type_are_read_and_do_not_throw()
    {
        var wire = Wire().Answer("/me", """{"sub":"user-1","email_verified":"true","updated_at":"1700000000","phone_number_verified":7,"name":{"a":1}}""");
        var user = await Clients.Create<IIdp>(wire).GetUserInfoAsync(Request());

        Assert.True(user.EmailVerified);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), user.UpdatedAt);
        Assert.Null(user.PhoneNumberVerified);
        Assert.Null(user.Name);
    }

    [Fact]
    public async Task IN_01_a_signed_introspection_is_asked_for_where_it_is_declared()
    {
        var wire = Wire().Always("/introspect", _ => OAuth.Tests.Wire.Reply(Introspection(), type: "application/token-introspection+jwt"));
        await Clients.Create<IIdp>(wire).IntrospectTokenAsync(new() { Token = "t" });
        Assert.Equal("application/json", Accept(wire));

        var response = await Clients.Create<ISigningIdp>(wire).IntrospectTokenAsync(new() { Token = "t" });
        Assert.Equal("application/token-introspection+jwt", Accept(wire));
        Assert.True(response.Active);
        Assert.Equal(["a", "b"], response.Scopes);
    }

    [Theory]
    [InlineData("token-introspection+jwt", null)]
    [InlineData("application/token-introspection+jwt", null)]
    [InlineData("JWT", OAuthFailure.SignedMessageType)]
    [InlineData("at+jwt", OAuthFailure.SignedMessageType)]
    [InlineData(null, OAuthFailure.SignedMessageType)]
    public async Task IN_06_a_signed_introspection_says_what_it_is(string? type, OAuthFailure? failure) =>
        await IntrospectsAsync(Introspection(changeHeader: header => header["typ"] = type), failure);

    [Theory]
    [InlineData("RS256", null, null)]
    [InlineData("PS256", null, OAuthFailure.SignedMessageAlgorithm)]
    [InlineData("PS256", "PS256", null)]
    [InlineData("RS256", "PS256", OAuthFailure.SignedMessageAlgorithm)]
    [InlineData("none", "none", OAuthFailure.SignedMessageAlgorithm)]
    public async Task IN_07_the_algorithm_of_an_introspection_is_announced_or_RS256(string algorithm, string? announced, OAuthFailure? failure) =>
        await IntrospectsAsync(Introspection(algorithm: algorithm), failure, announced);

    public static TheoryData<string, OAuthFailure, Action<JsonObject>> IntrospectionClaims { get; } = new()
    {
        { "IN-08 iss", OAuthFailure.SignedMessageClaim, claims => claims.Remove("iss") },
        { "IN-08 aud", OAuthFailure.SignedMessageAudience, claims => claims.Remove("aud") },
        { "IN-08 iat", OAuthFailure.SignedMessageClaim, claims => claims.Remove("iat") },
        { "IN-08 another iss", OAuthFailure.SignedMessageIssuer, claims => claims["iss"] = "https://evil.example" },
        { "IN-08 another aud", OAuthFailure.SignedMessageAudience, claims => claims["aud"] = "other" },
        { "IN-09 missing", OAuthFailure.SignedMessageClaim, claims => claims.Remove("token_introspection") },
        { "IN-09 a text", OAuthFailure.SignedMessageClaim, claims => claims["token_introspection"] = "active" },
        { "IN-09 a list", OAuthFailure.SignedMessageClaim, claims => claims["token_introspection"] = new JsonArray() },
        { "IN-03 active is a text", OAuthFailure.UnreadableResponse, claims => claims["token_introspection"]!["active"] = "true" },
    };

    [Theory]
    [MemberData(nameof(IntrospectionClaims))]
    public async Task A_signed_introspection_that_is_wrong_inside_is_refused(string id, OAuthFailure failure, Action<JsonObject> change)
    {
        Assert.NotEmpty(id);
        await IntrospectsAsync(Introspection(change), failure);
    }

    [Fact]
    public async Task IN_10_the_signature_of_an_introspection_counts() =>
        await IntrospectsAsync(Damage.Signature(Introspection()), OAuthFailure.SignedMessageSignature);

    [Fact]
    public async Task IN_10_an_encrypted_introspection_is_not_supported() =>
        await IntrospectsAsync(Introspection() + ".a.b", OAuthFailure.SignedMessageEncrypted);

    [Theory]
    [InlineData("application/json", true, OAuthFailure.UnreadableResponse)]
    [InlineData("application/token-introspection+jwt", false, OAuthFailure.SignedMessageMalformed)]
    public async Task IN_11_the_media_type_decides_how_a_reply_is_read(string type, bool isJwt, OAuthFailure failure)
    {
        var wire = Wire().Answer("/introspect", isJwt ? Introspection() : """{"active":true}""", type: type);
        await Clients.FailsAsync(failure, () => Clients.Create<IIdp>(wire).IntrospectTokenAsync(new() { Token = "t" }));
    }

    [Fact]
    public async Task IN_12_an_introspection_that_is_not_signed_is_refused_where_it_is_declared_to_be()
    {
        var wire = Wire().Answer("/introspect", """{"active":true}""");
        await Clients.FailsAsync(
            OAuthFailure.SignedMessageMissing, () => Clients.Create<ISigningIdp>(wire).IntrospectTokenAsync(new() { Token = "t" }));
    }

    [Fact]
    public async Task IN_05_an_error_is_one_without_a_signature()
    {
        var wire = Wire().Answer("/introspect", """{"error":"invalid_client"}""", HttpStatusCode.Unauthorized);
        var exception = await Clients.FailsAsync(
            OAuthFailure.ErrorResponse, () => Clients.Create<ISigningIdp>(wire).IntrospectTokenAsync(new() { Token = "t" }));

        Assert.Equal("invalid_client", exception.Error);
        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
    }

    [Fact]
    public async Task IN_14_active_counts_and_not_exp()
    {
        var wire = Wire().Answer("/introspect", """{"active":true,"exp":1000}""");
        var response = await Clients.Create<IIdp>(wire).IntrospectTokenAsync(new() { Token = "t" });

        Assert.True(response.Active);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1000), response.ExpiresAt);
    }

    /// <summary>What the last request to the endpoint accepted; the keys were fetched after it.</summary>
    private static string Accept(Wire wire) => wire.Requests.Last(request => request.Uri.AbsolutePath is "/me" or "/introspect").Headers["Accept"];

    private static JsonObject UserClaims() => new() { ["sub"] = "user-1", ["name"] = "Ada" };

    private static UserInfoRequest Request() => new() { AccessToken = "at", Subject = "user-1" };

    private static async Task IsAsync(OAuthFailure? failure, Func<Task> call)
    {
        if (failure is { } expected)
        {
            await Clients.FailsAsync(expected, call);
        }
        else
        {
            await call();
        }
    }

    private string Introspection(Action<JsonObject>? change = null, Action<JsonObject>? changeHeader = null, string algorithm = "RS256")
    {
        var claims = new JsonObject
        {
            ["iss"] = TestIssuer.Issuer,
            ["aud"] = TestIssuer.ClientId,
            ["iat"] = TestIssuer.Now,
            ["token_introspection"] = new JsonObject { ["active"] = true, ["scope"] = "a b" },
        };
        change?.Invoke(claims);
        return _issuer.Sign(
            claims,
            header =>
            {
                header["typ"] = "token-introspection+jwt";
                changeHeader?.Invoke(header);
                if (header["typ"] is null)
                {
                    header.Remove("typ");
                }
            },
            algorithm);
    }

    private Task IntrospectsAsync(string token, OAuthFailure? failure, string? announced = null)
    {
        var wire = Wire(introspection: announced).Answer("/introspect", token, type: "application/token-introspection+jwt");
        return IsAsync(failure, () => Clients.Create<IIdp>(wire).IntrospectTokenAsync(new() { Token = "t" }));
    }

    private Wire Wire(string? userInfo = "RS256", string? introspection = null) => new Wire()
        .Always("/keys", _issuer.Keys)
        .Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
        {
            metadata["userinfo_signing_alg_values_supported"] = List(userInfo);
            metadata["introspection_signing_alg_values_supported"] = List(introspection);
        }));

    private static JsonArray? List(string? names) => names is null ? null : new JsonArray([.. names.Split(' ').Select(name => JsonValue.Create(name))]);
}
