using System.Net;

namespace SdkGen.OAuth.Tests.EdgeCases;

/// <summary>The authorization response (RFC 6749 section 4.1.2): the remaining AR rows.</summary>
public sealed class CallbackEdgeTests
{
    private static readonly Uri RedirectUri = new("https://app.example/cb?tenant=a%20b&x=%7E");

    private readonly Wire _wire = new Wire().Always("/token", """{"access_token":"at","token_type":"Bearer"}""");

    [Fact]
    public async Task AR_01_AR_04_and_AR_06_there_is_no_request_without_a_state_and_no_callback_without_it()
    {
        var request = await StartAsync();

        Assert.Matches("^[A-Za-z0-9_-]{43}$", request.State);
        await RefusedAsync(OAuthFailure.StateMissing, request, "code=x");
        await RefusedAsync(OAuthFailure.StateMismatch, request, $"code=x&state={request.State}1");
        Assert.Throws<ArgumentException>(() => new OAuthParameters { { "state", "" } });
    }

    [Theory]
    [InlineData("invalid_request")]
    [InlineData("unauthorized_client")]
    [InlineData("access_denied")]
    [InlineData("unsupported_response_type")]
    [InlineData("invalid_scope")]
    [InlineData("server_error")]
    [InlineData("temporarily_unavailable")]
    [InlineData("interaction_required")]
    [InlineData("login_required")]
    [InlineData("account_selection_required")]
    [InlineData("consent_required")]
    [InlineData("invalid_request_uri")]
    [InlineData("invalid_request_object")]
    [InlineData("request_not_supported")]
    [InlineData("request_uri_not_supported")]
    [InlineData("registration_not_supported")]
    [InlineData("invalid_target")]
    [InlineData("a_code_of_the_providers_own")]
    public async Task AR_15_every_error_code_is_told_as_it_was_sent_and_nothing_is_redeemed(string error)
    {
        var request = await StartAsync();

        var exception = await RefusedAsync(OAuthFailure.AuthorizationError, request, $"error={error}&error_description=because&error_uri=https%3A%2F%2Fe.example&state={request.State}");

        Assert.Equal((error, "because", "https://e.example"), (exception.Error, exception.ErrorDescription, exception.ErrorUri));
        Assert.Empty(_wire.Requests);
    }

    [Fact]
    public async Task AR_21_and_HT_03_a_redirect_URI_with_a_query_is_the_same_in_both_requests_character_by_character()
    {
        var request = await StartAsync();
        var callback = new Uri($"{RedirectUri.OriginalString}&code=c&state={request.State}");

        await Client().RedeemAuthorizationCodeAsync(request, AuthorizationResponse.Parse(callback));

        Assert.Contains("redirect_uri=" + Uri.EscapeDataString(RedirectUri.OriginalString), request.Uri.OriginalString, StringComparison.Ordinal);
        Assert.Equal(RedirectUri.OriginalString, _wire.Last.Fields["redirect_uri"].Single());
    }

    [Theory]
    [InlineData("a%25b", "a%b")]
    [InlineData("a%26b%3Dc", "a&b=c")]
    [InlineData("a%2Bb", "a+b")]
    [InlineData("a+b", "a b")]
    [InlineData("%C3%A9%E2%82%AC", "é€")]
    [InlineData("4%2F0AY%25", "4/0AY%")]
    public async Task AR_27_a_code_is_decoded_once_and_encoded_once(string inCallback, string code)
    {
        var request = await StartAsync();

        await Client().RedeemAuthorizationCodeAsync(request, Clients.Callback(request, inCallback));

        Assert.Equal(code, _wire.Last.Fields["code"].Single());
    }

    [Fact]
    public async Task AR_29_a_posted_form_is_read_like_a_query_and_a_JSON_body_is_none()
    {
        var request = await StartAsync();

        await RefusedAsync(OAuthFailure.StateMissing, request, $$"""{"code":"x","state":"{{request.State}}"}""");
        Assert.NotNull(await Client().RedeemAuthorizationCodeAsync(request, AuthorizationResponse.ParseQuery($"code=x&state={request.State}")));
    }

    [Fact]
    public async Task SB_03_a_code_of_another_session_goes_out_with_the_verifier_of_this_one()
    {
        var (attacker, victim) = (await StartAsync(), await StartAsync());

        await Client().RedeemAuthorizationCodeAsync(attacker, Clients.Callback(attacker, "the-victims-code"));

        Assert.Equal(attacker.Data.CodeVerifier, _wire.Last.Fields["code_verifier"].Single());
        Assert.NotEqual(victim.Data.CodeVerifier, attacker.Data.CodeVerifier);
    }

    [Theory]
    [InlineData("TR-39", "javascript:alert(1)")]
    [InlineData("TR-39", "https://evil.example/\"><script>")]
    public async Task An_error_URI_is_a_text_and_nothing_that_is_opened(string id, string uri)
    {
        Assert.NotEmpty(id);
        var wire = new Wire().Answer("/token", $$"""{"error":"invalid_grant","error_uri":{{System.Text.Json.JsonSerializer.Serialize(uri)}}}""", HttpStatusCode.BadRequest);

        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Clients.Create<IPlain>(wire).RequestClientTokenAsync());

        Assert.IsType<string>(exception.ErrorUri);
        Assert.DoesNotContain(uri, exception.Message, StringComparison.Ordinal);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task TR_33_an_OAuth_error_is_one_whatever_its_media_type()
    {
        // Tolerant: several providers send their errors as text/plain or text/html, and the code in them is what a caller needs.
        var wire = new Wire().Answer("/token", """{"error":"invalid_grant"}""", HttpStatusCode.BadRequest, "text/plain");

        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Clients.Create<IPlain>(wire).RequestClientTokenAsync());

        Assert.Equal("invalid_grant", exception.Error);
    }

    private IPlain Client() => Clients.Create<IPlain>(_wire);

    private Task<AuthorizationRequest> StartAsync() => Client().CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });

    private Task<OAuthException> RefusedAsync(OAuthFailure failure, AuthorizationRequest request, string query) =>
        Clients.FailsAsync(failure, () => Client().RedeemAuthorizationCodeAsync(request, AuthorizationResponse.ParseQuery(query)));
}
