using System.Net;
using System.Text.Json.Serialization;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>Revocation (RFC 7009), introspection (RFC 7662) and UserInfo (OpenID Connect Core section 5.3).</summary>
public sealed partial class EndpointTests
{
    public sealed record Person(string Id, string? Email);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Person))]
    internal sealed partial class Json : JsonSerializerContext;

    [OAuthProvider(UserInfoEndpoint = "https://a.example/me", JsonSerializerContext = typeof(Json))]
    internal partial interface IOwnUser : IUserInfoEndpoint<Person>;

    [Theory]
    [InlineData("RV-01 empty", "")]
    [InlineData("RV-01 HTML", "<html></html>")]
    [InlineData("RV-01 JSON", "{}")]
    [InlineData("RV-01 a JSON error", "{\"error\":\"ignored\"}")]
    public async Task A_success_is_a_success_whatever_the_body(string id, string body)
    {
        Assert.NotEmpty(id);
        var wire = new Wire().Answer("/revoke", body);
        await Clients.Create<IPlain>(wire).RevokeTokenAsync(new RevocationRequest { Token = "t +%", TokenTypeHint = "refresh_token" });

        Assert.Equal("t +%", wire.Last.Fields["token"].Single());
        Assert.Equal("refresh_token", wire.Last.Fields["token_type_hint"].Single());
        Assert.StartsWith("Basic ", wire.Last.Authorization, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RV-03", 404, "", OAuthFailure.UnexpectedStatus, null)]
    [InlineData("RV-04", 400, """{"error":"unsupported_token_type"}""", OAuthFailure.ErrorResponse, "unsupported_token_type")]
    [InlineData("RV-05", 401, """{"error":"invalid_client"}""", OAuthFailure.ErrorResponse, "invalid_client")]
    [InlineData("RV-06", 503, "", OAuthFailure.UnexpectedStatus, null)]
    public async Task A_revocation_that_was_not_confirmed_fails(string id, int status, string body, OAuthFailure failure, string? error)
    {
        Assert.NotEmpty(id);
        var wire = new Wire().Answer("/revoke", body, (HttpStatusCode)status);
        var exception = await Clients.FailsAsync(failure, () => Clients.Create<IPlain>(wire).RevokeTokenAsync(new RevocationRequest { Token = "secret-token" }));

        Assert.Equal(error, exception.Error);
        Assert.Equal(status == 503, exception.IsTransient);
        Assert.DoesNotContain("secret-token", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RV_02_and_RV_07_an_unknown_token_is_a_success_and_the_client_proves_itself()
    {
        var wire = new Wire().Always("/revoke", "");
        await Clients.Create<IPlain>(wire).RevokeTokenAsync(new RevocationRequest { Token = "unknown" });

        Assert.Equal("POST", wire.Last.Method);
        Assert.Equal("application/x-www-form-urlencoded", wire.Last.ContentType);
        Assert.Equal(["token"], wire.Last.Fields.Select(field => field.Key));
        Assert.StartsWith("Basic ", wire.Last.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RV_06_how_long_to_wait_is_told()
    {
        var wire = new Wire().Answer("/revoke", _ =>
        {
            var reply = Wire.Reply("", HttpStatusCode.ServiceUnavailable);
            reply.Headers.TryAddWithoutValidation("Retry-After", "7");
            return reply;
        });
        var exception = await Clients.FailsAsync(OAuthFailure.UnexpectedStatus, () =>
            Clients.Create<IPlain>(wire).RevokeTokenAsync(new RevocationRequest { Token = "t" }));

        Assert.Equal(TimeSpan.FromSeconds(7), exception.RetryAfter);
    }

    [Fact]
    public async Task RV_09_an_endpoint_that_the_metadata_do_not_name_is_a_typed_failure()
    {
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
        {
            metadata.Remove("revocation_endpoint");
            metadata.Remove("introspection_endpoint");
        }));
        var client = Clients.Create<IIdp>(wire);

        await Clients.FailsAsync(OAuthFailure.MissingEndpoint, () => client.RevokeTokenAsync(new RevocationRequest { Token = "t" }));
        await Clients.FailsAsync(OAuthFailure.MissingEndpoint, () => client.IntrospectTokenAsync(new() { Token = "t" }));
    }

    [Fact]
    public async Task RV_08_the_refresh_token_of_a_response_is_revoked_before_its_access_token()
    {
        var wire = new Wire().Always("/revoke", "");
        var client = Clients.Create<IPlain>(wire);
        await client.RevokeTokenAsync(new TokenResponse { AccessToken = "at", RefreshToken = "rt" });
        await client.RevokeTokenAsync(new TokenResponse { AccessToken = "at" });

        Assert.Equal(["rt", "at"], wire.Requests.Select(request => request.Fields["token"].Single()));
        Assert.Equal(["refresh_token", "access_token"], wire.Requests.Select(request => request.Fields["token_type_hint"].Single()));
    }

    [Fact]
    public async Task An_active_token_is_described()
    {
        var wire = new Wire().Answer("/introspect", """
            {"active":true,"scope":"a b","client_id":"c","username":"u","token_type":"Bearer","exp":4102444800,"iat":1,"nbf":1,
             "sub":"s","aud":["x","y"],"iss":"https://i.example","custom":7}
            """);
        var response = await Clients.Create<IPlain>(wire).IntrospectTokenAsync(new() { Token = "t" });

        Assert.True(response.Active);
        Assert.Equal(["a", "b"], response.Scopes);
        Assert.Equal(["x", "y"], response.Audiences);
        Assert.Equal("c", response.ClientId);
        Assert.Equal("s", response.Subject);
        Assert.Equal(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero), response.ExpiresAt);
        Assert.Equal("7", response["custom"]);
        Assert.Equal("t", wire.Last.Fields["token"].Single());
    }

    [Fact]
    public async Task IN_02_of_an_inactive_token_nothing_is_known()
    {
        var wire = new Wire().Answer("/introspect", """{"active":false,"sub":"s","scope":"a"}""");
        var response = await Clients.Create<IPlain>(wire).IntrospectTokenAsync(new() { Token = "t" });

        Assert.False(response.Active);
        Assert.Null(response.Subject);
        Assert.Empty(response.Scopes);
    }

    [Theory]
    [InlineData("IN-03", "{}")]
    [InlineData("IN-03", "{\"active\":\"true\"}")]
    [InlineData("IN-03", "{\"active\":1}")]
    [InlineData("IN-04", "null")]
    [InlineData("IN-04", "[]")]
    public async Task An_answer_that_does_not_say_is_none(string id, string body)
    {
        Assert.NotEmpty(id);
        await Clients.FailsAsync(OAuthFailure.UnreadableResponse, () =>
            Clients.Create<IPlain>(new Wire().Answer("/introspect", body)).IntrospectTokenAsync(new() { Token = "t" }));
    }

    [Fact]
    public async Task IN_13_an_empty_token_is_a_mistake_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Clients.Create<IPlain>(new Wire()).IntrospectTokenAsync(new() { Token = "" }));

    [Fact]
    public async Task UI_11_the_access_token_is_in_the_header_and_nowhere_else()
    {
        var wire = new Wire().Answer("/me", """{"id":7,"name":"Ada","email_verified":"true","updated_at":"2024-01-02T03:04:05Z"}""");
        var user = await Clients.Create<IPlain>(wire).GetUserInfoAsync(new UserInfoRequest { AccessToken = "at+/=", Subject = null });

        Assert.Equal("GET", wire.Last.Method);
        Assert.Equal("Bearer at+/=", wire.Last.Authorization);
        Assert.Empty(wire.Last.Uri.Query);
        Assert.Equal("7", user.Subject);
        Assert.Equal("Ada", user.Name);
        Assert.True(user.EmailVerified);
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), user.UpdatedAt);
        Assert.Null(user.Email);
        Assert.DoesNotContain("Ada", user.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UI-01", """{"sub":"other"}""")]
    [InlineData("UI-02 missing", "{}")]
    [InlineData("UI-02 null", """{"sub":null}""")]
    public async Task The_subject_is_that_of_the_ID_token(string id, string body)
    {
        Assert.NotEmpty(id);
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata()).Answer("/me", body);

        await Clients.FailsAsync(OAuthFailure.UserInfoSubjectMismatch, () =>
            Clients.Create<IIdp>(wire).GetUserInfoAsync(new UserInfoRequest { AccessToken = "at", Subject = "user-1" }));
    }

    [Theory]
    [InlineData("UI-03", 200, "[]", OAuthFailure.UnreadableResponse)]
    [InlineData("UI-03", 200, "{\"", OAuthFailure.UnreadableResponse)]
    [InlineData("UI-04", 404, "", OAuthFailure.UnexpectedStatus)]
    [InlineData("Polis", 403, """{"message":"Invalid token"}""", OAuthFailure.ErrorResponse)]
    public async Task A_UserInfo_reply_that_is_none_fails(string id, int status, string body, OAuthFailure failure)
    {
        Assert.NotEmpty(id);
        await Clients.FailsAsync(failure, () => Clients.Create<IPlain>(new Wire().Answer("/me", body, (HttpStatusCode)status))
            .GetUserInfoAsync(new UserInfoRequest { AccessToken = "at", Subject = null }));
    }

    [Fact]
    public async Task UI_04_a_refused_token_says_so_in_its_challenge()
    {
        var wire = new Wire().Answer("/me", _ =>
        {
            var reply = Wire.Reply("", HttpStatusCode.Unauthorized);
            reply.Headers.TryAddWithoutValidation("WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"expired\"");
            return reply;
        });
        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () =>
            Clients.Create<IPlain>(wire).GetUserInfoAsync(new UserInfoRequest { AccessToken = "at", Subject = null }));

        Assert.Equal("invalid_token", exception.Error);
    }

    [Fact]
    public async Task A_user_type_of_ones_own_is_read_by_its_own_context()
    {
        var wire = new Wire().Answer("/me", """{"id":"7","email":"ada@example.com","more":[1]}""");
        var user = await Clients.Create<IOwnUser>(wire).GetUserInfoAsync(new TokenResponse { AccessToken = "at" });

        Assert.Equal(new Person("7", "ada@example.com"), user);
    }

    [Theory]
    [InlineData("""{"id":{"a":1}}""")]
    [InlineData("""{"id":["x"]}""")]
    public async Task A_reply_that_does_not_fit_the_user_type_is_a_typed_error(string body) =>
        await Clients.FailsAsync(OAuthFailure.UnreadableResponse, () =>
            Clients.Create<IOwnUser>(new Wire().Answer("/me", body)).GetUserInfoAsync(new TokenResponse { AccessToken = "at" }));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\"b")]
    [InlineData("a,b")]
    [InlineData("a\u007f")]
    [InlineData("ä")]
    [InlineData("a\r\nX-Evil: 1")]
    public async Task A_token_that_no_header_can_carry_is_not_sent(string token)
    {
        var wire = new Wire();
        await Clients.FailsAsync(OAuthFailure.UnsendableAccessToken, () =>
            Clients.Create<IPlain>(wire).GetUserInfoAsync(new UserInfoRequest { AccessToken = token, Subject = null }));

        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task Members_of_the_providers_own_are_read_from_the_token_response()
    {
        var wire = new Wire().Answer("/token", """{"access_token":"a","token_type":"Bearer","id":"T1","email":"team@example.com"}""");
        var token = await Clients.Create<IPlain>(wire).RequestClientTokenAsync();

        Assert.Equal(new Person("T1", "team@example.com"), token.ReadAs(Json.Default.Person));
    }
}
