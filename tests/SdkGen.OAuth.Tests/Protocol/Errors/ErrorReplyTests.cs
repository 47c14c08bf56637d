using System.Net;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What providers say when they refuse, in all the shapes in which they say it: one typed error, and no secret in it.</summary>
public sealed partial class ErrorReplyTests
{
    [OAuthProvider(TokenEndpoint = "https://a.example/token", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
    [OAuthResponse(OAuthMessage.ClientCredentials, ErrorCode = "code", ErrorDescription = "msg", Success = "0")]
    public partial interface ICounting : IClientCredentialsGrant;

    [Theory]
    [InlineData("TR-31", 400, """{"error":"invalid_grant","error_description":"gone","error_uri":"https://e.example"}""", "invalid_grant", "gone")]
    [InlineData("TR-40", 400, """{"error":"something_else"}""", "something_else", null)]
    [InlineData("GitHub: HTTP 200", 200, """{"error":"bad_verification_code","error_description":"The code is incorrect."}""", "bad_verification_code", "The code is incorrect.")]
    [InlineData("an error beside a token", 200, """{"error":"invalid_scope","access_token":"a","token_type":"Bearer"}""", "invalid_scope", null)]
    [InlineData("Huawei: a number", 400, """{"error":1101,"error_description":"x"}""", "1101", "x")]
    [InlineData("Ory's admin API: an object", 404, """{"error":{"code":404,"status":"Not Found","reason":"no such client","message":"m"}}""", "Not Found", "no such client")]
    [InlineData("Facebook: an object", 400, """{"error":{"message":"Invalid","type":"OAuthException","code":190}}""", "OAuthException", "Invalid")]
    [InlineData("Polis: a bare message", 403, """{"message":"Invalid token"}""", null, "Invalid token")]
    [InlineData("Hydra: 403", 403, """{"error":"access_denied"}""", "access_denied", null)]
    [InlineData("TR-34 (tolerant: Hydra's token hook)", 500, """{"error":"server_error"}""", "server_error", null)]
    [InlineData("a form", 400, "error=invalid_client&error_description=no+such+client", "invalid_client", "no such client")]
    public async Task The_error_of_the_provider_is_found(string id, int status, string body, string? error, string? description)
    {
        Assert.NotEmpty(id);
        var exception = await FailAsync(OAuthFailure.ErrorResponse, status, body);

        Assert.Equal(error, exception.Error);
        Assert.Equal(description, exception.ErrorDescription);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal("Plain", exception.Provider);
        Assert.Contains("RFC 6749 section 5.2", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"error\":{\"code\":\"d\",\"status\":\"c\",\"type\":\"b\",\"id\":\"a\",\"message\":\"m\",\"reason\":\"r\"}}", "a", "r")]
    [InlineData("{\"error\":{\"code\":\"d\",\"status\":\"c\",\"type\":\"b\",\"message\":\"m\"}}", "b", "m")]
    [InlineData("{\"error\":{\"code\":\"d\",\"status\":\"c\"},\"error_description\":\"e\"}", "c", "e")]
    [InlineData("{\"error\":{\"code\":\"d\",\"reason\":\"r\"},\"error_description\":\"e\"}", "d", "r")]
    [InlineData("{\"error\":{}}", null, null)]
    public async Task Of_several_names_in_an_error_that_is_an_object_the_closest_is_told(string body, string? error, string? description)
    {
        var exception = await FailAsync(OAuthFailure.ErrorResponse, 400, body);

        Assert.Equal((error, description), (exception.Error, exception.ErrorDescription));
    }

    [Theory]
    [InlineData("{\"error\":{\"id\":\"a\",\"debug\":\"inner\"},\"error_debug\":\"outer\"}", "inner")]
    [InlineData("{\"error\":{\"id\":\"a\"},\"error_debug\":\"outer\"}", "outer")]
    public async Task The_cause_is_told_from_where_it_is(string body, string debug) =>
        Assert.Equal(debug, (await FailAsync(OAuthFailure.ErrorResponse, 400, body)).ErrorDebug);

    [Theory]
    [InlineData("{\"code\":7,\"msg\":\"ours\",\"error_description\":\"standard\"}", OAuthFailure.ErrorResponse, "7", "ours")]
    [InlineData("{\"code\":7,\"error_description\":\"standard\"}", OAuthFailure.ErrorResponse, "7", "standard")]
    [InlineData("{\"error\":\"invalid_scope\",\"msg\":\"ours\"}", OAuthFailure.ErrorResponse, "invalid_scope", null)]
    [InlineData("{\"code\":0,\"msg\":\"ok\"}", OAuthFailure.MissingAccessToken, null, null)]
    [InlineData("{\"code\":0,\"error\":\"none\",\"access_token\":\"at\",\"token_type\":\"Bearer\"}", null, null, null)]
    public async Task A_code_of_the_providers_own_is_an_error_unless_it_is_the_one_of_success(
        string body, OAuthFailure? failure, string? error, string? description)
    {
        var call = () => Clients.Create<ICounting>(new Wire().Answer("/token", body)).RequestClientTokenAsync();
        if (failure is { } expected)
        {
            var exception = await Clients.FailsAsync(expected, call);
            Assert.Equal((error, description), (exception.Error, exception.ErrorDescription));
        }
        else
        {
            Assert.Equal("at", (await call()).AccessToken);
        }
    }

    [Fact]
    public async Task Orys_hint_and_debug_are_kept()
    {
        var exception = await FailAsync(
            OAuthFailure.ErrorResponse, 400, """{"error":"invalid_request","error_hint":"The hint","error_debug":"The cause","status_code":400}""");

        Assert.Equal("The hint", exception.ErrorHint);
        Assert.Equal("The cause", exception.ErrorDebug);
        Assert.Contains("The hint", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TR-01", 404, "", null)]
    [InlineData("Polis: a plain text", 401, "Invalid client_id or client_secret", "Invalid client_id or client_secret")]
    [InlineData("HTML", 502, "<html><body>Bad\nGateway</body></html>", "<html><body>Bad Gateway</body></html>")]
    [InlineData("TR-32 (no error in it)", 400, "{\"a\":1}", "{\"a\":1}")]
    [InlineData("TR-32 (an empty error)", 400, "{\"error\":\"\"}", "{\"error\":\"\"}")]
    [InlineData("an array", 400, "[]", "[]")]
    public async Task A_refusal_that_is_no_OAuth_error_is_quoted(string id, int status, string body, string? excerpt)
    {
        Assert.NotEmpty(id);
        var exception = await FailAsync(OAuthFailure.UnexpectedStatus, status, body);

        Assert.Equal(excerpt, exception.ResponseExcerpt);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal(status >= 500, exception.IsTransient);
    }

    [Theory]
    [InlineData("TR-37", "Bearer error=\"invalid_request\", error_description=\"why\", error_uri=\"https://e.example\"")]
    [InlineData("TR-35", "Basic realm=\"x\", Bearer error=\"invalid_request\", error_description=\"why\", error_uri=\"https://e.example\"")]
    [InlineData("an empty error is none", "Basic error=\"\", Bearer error=\"invalid_request\", error_description=\"why\", error_uri=\"https://e.example\"")]
    public async Task A_challenge_tells_the_error_where_the_body_does_not(string id, string challenge)
    {
        Assert.NotEmpty(id);
        var wire = new Wire().Answer("/token", _ =>
        {
            var reply = Wire.Reply("", HttpStatusCode.BadRequest);
            reply.Headers.TryAddWithoutValidation("WWW-Authenticate", challenge);
            return reply;
        });
        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Clients.Create<IPlain>(wire).RequestClientTokenAsync());

        Assert.Equal(("invalid_request", "why", "https://e.example"), (exception.Error, exception.ErrorDescription, exception.ErrorUri));
    }

    [Fact]
    public async Task TR_36_a_challenge_on_a_success_is_not_looked_at()
    {
        var wire = new Wire().Answer("/token", _ =>
        {
            var reply = Wire.Reply("""{"access_token":"a","token_type":"Bearer"}""");
            reply.Headers.TryAddWithoutValidation("WWW-Authenticate", "Key realm=\"kong\", Bearer error=\"invalid_token\"");
            return reply;
        });

        Assert.Equal("a", (await Clients.Create<IPlain>(wire).RequestClientTokenAsync()).AccessToken);
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(503, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    [InlineData(400, false)]
    [InlineData(401, false)]
    public async Task An_error_says_whether_trying_again_can_help(int status, bool transient) =>
        Assert.Equal(transient, (await FailAsync(OAuthFailure.UnexpectedStatus, status, "")).IsTransient);

    [Fact]
    public async Task Retry_After_is_told()
    {
        var wire = new Wire().Answer("/token", _ =>
        {
            var reply = Wire.Reply("", HttpStatusCode.TooManyRequests);
            reply.Headers.TryAddWithoutValidation("Retry-After", "120");
            return reply;
        });
        var exception = await Clients.FailsAsync(OAuthFailure.UnexpectedStatus, () => Clients.Create<IPlain>(wire).RequestClientTokenAsync());

        Assert.Equal(TimeSpan.FromMinutes(2), exception.RetryAfter);
    }

    [Theory]
    [InlineData("""{"error":"invalid_client","error_description":"the secret the-secret is wrong"}""")]
    [InlineData("""{"error":"the-secret"}""")]
    [InlineData("the-secret")]
    [InlineData("Y2xpZW50LTE6dGhlLXNlY3JldA==")]
    [InlineData("""{"message":"Authorization: Basic Y2xpZW50LTE6dGhlLXNlY3JldA=="}""")]
    public async Task TR_45_a_secret_that_the_provider_echoes_is_not_repeated(string body)
    {
        var exception = await Assert.ThrowsAsync<OAuthException>(() =>
            Clients.Create<IPlain>(new Wire().Answer("/token", body, HttpStatusCode.BadRequest)).RequestClientTokenAsync());
        var everything = exception + exception.Error + exception.ErrorDescription + exception.ResponseExcerpt;

        Assert.DoesNotContain("the-secret", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Y2xpZW50", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TR_38_an_error_cannot_forge_a_line_of_a_log()
    {
        var exception = await FailAsync(OAuthFailure.ErrorResponse, 400, """{"error":"a\r\nb","error_description":"c\u0000\u001bd"}""");

        Assert.Equal("a b", exception.Error);
        Assert.Equal("c d", exception.ErrorDescription);
    }

    private static Task<OAuthException> FailAsync(OAuthFailure failure, int status, string body) =>
        Clients.FailsAsync(failure, () => Clients.Create<IPlain>(new Wire().Answer("/token", body, (HttpStatusCode)status)).RequestClientTokenAsync());
}
