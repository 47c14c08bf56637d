using System.Net;
using System.Security.Cryptography;
using System.Text;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Metadata;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.Tests.EdgeCases;

/// <summary>Traps of .NET's HTTP, URI, JSON and cryptography: the HT rows.</summary>
public sealed class TransportEdgeTests
{
    private const string Token = """{"access_token":"at","token_type":"Bearer"}""";

    [Fact]
    public void HT_01_the_librarys_own_handler_follows_no_redirect_and_keeps_no_cookie()
    {
        using var handler = BackChannelHandler.CreateDefault();

        Assert.Equal((false, false), (handler.AllowAutoRedirect, handler.UseCookies));
    }

    [Fact]
    public void HT_04_a_challenge_with_commas_in_it_is_one_value_of_the_header()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.Unauthorized);
        response.Headers.TryAddWithoutValidation("WWW-Authenticate", "Bearer realm=\"a, b\", error=\"invalid_token\"");

        var challenge = Assert.Single(AuthenticationChallenge.Of(response));
        Assert.Equal(("a, b", "invalid_token"), (challenge["realm"], challenge.Error));
    }

    [Fact]
    public async Task HT_05_and_WA_26_a_header_that_is_not_well_formed_is_an_ordinary_failure_and_the_body_is_read()
    {
        var wire = new Wire().Answer("/me", _ => Challenge("Bearer error=\"invalid_token", """{"error":"invalid_token","error_description":"old"}"""));
        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => UserInfo(wire));
        Assert.Equal(("invalid_token", "old"), (exception.Error, exception.ErrorDescription));

        wire = new Wire().Answer("/me", _ => Challenge("Bearer error=\"invalid_token", ""));
        await Clients.FailsAsync(OAuthFailure.UnexpectedStatus, () => UserInfo(wire));

        using var response = Challenge(", ,=\"", "still readable");
        Assert.Empty(AuthenticationChallenge.Of(response));
        Assert.Equal("still readable", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task WA_25_several_lines_of_the_header_are_read_in_order()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.Unauthorized);
        response.Headers.TryAddWithoutValidation("WWW-Authenticate", ["Basic realm=\"a\"", "DPoP algs=\"ES256 PS256\", Bearer scope=\"x y\""]);

        var challenges = AuthenticationChallenge.Of(response);

        Assert.Equal(["Basic", "DPoP", "Bearer"], challenges.Select(challenge => challenge.Scheme));
        Assert.Equal(["ES256", "PS256"], challenges[1].Algorithms);
        Assert.Equal(["x", "y"], challenges[2].Scopes);

        var wire = new Wire().Answer("/me", _ =>
        {
            var reply = Wire.Reply("", HttpStatusCode.Unauthorized);
            reply.Headers.TryAddWithoutValidation("WWW-Authenticate", ["Basic realm=\"a\"", "Bearer error=\"invalid_token\""]);
            return reply;
        });
        Assert.Equal("invalid_token", (await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => UserInfo(wire))).Error);
    }

    [Fact]
    public async Task WA_29_a_refusal_without_a_challenge_has_no_error_code()
    {
        var exception = await Clients.FailsAsync(OAuthFailure.UnexpectedStatus, () => UserInfo(new Wire().Answer("/me", "", HttpStatusCode.Unauthorized)));

        Assert.Equal((HttpStatusCode.Unauthorized, null), (exception.StatusCode, exception.Error));
    }

    [Fact]
    public async Task TR_35_an_error_comes_with_the_challenges_beside_it()
    {
        var wire = new Wire().Answer("/token", _ => Challenge("Basic realm=\"x\"", """{"error":"invalid_client"}"""));

        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Clients.Create<IPlain>(wire).RequestClientTokenAsync());

        Assert.Equal(("invalid_client", "Basic", "x"), (exception.Error, exception.Challenges.Single().Scheme, exception.Challenges.Single()["realm"]));
    }

    [Fact]
    public async Task A_challenge_of_the_UserInfo_endpoint_says_what_to_ask_the_user_for_and_repeats_no_token()
    {
        var wire = new Wire().Answer("/me", _ => Challenge(
            "Bearer error=\"insufficient_user_authentication\", error_description=\"the-access-token is weak\", acr_values=\"urn:mace:gold silver\", max_age=5", ""));

        var exception = await Clients.FailsAsync(
            OAuthFailure.ErrorResponse, () => Clients.Create<IPlain>(wire).GetUserInfoAsync(new UserInfoRequest { AccessToken = "the-access-token", Subject = null }));

        var challenge = Assert.Single(exception.Challenges);
        var parameters = challenge.ApplyTo(new() { RedirectUri = new("https://app.example/cb"), MaxAge = TimeSpan.FromSeconds(60) });
        Assert.Equal(["urn:mace:gold", "silver"], parameters.AcrValues);
        Assert.Equal(TimeSpan.FromSeconds(5), parameters.MaxAge);
        Assert.DoesNotContain("the-access-token", string.Join(' ', challenge.Parameters.Values) + exception, StringComparison.Ordinal);
    }

    [Fact]
    public void Whether_a_stronger_sign_in_is_checked_here_too_is_for_the_application_to_say()
    {
        var challenge = AuthenticationChallenge.Parse("Bearer error=\"insufficient_user_authentication\", acr_values=\"gold\"")[0];
        var parameters = new AuthorizationParameters { RedirectUri = new("https://app.example/cb") };

        Assert.False(challenge.ApplyTo(parameters).IsAcrEssential);
        var essential = challenge.ApplyTo(parameters with { IsAcrEssential = true });
        Assert.True(essential.IsAcrEssential);
        Assert.Equal(["gold"], essential.AcrValues);
    }

    [Theory]
    [InlineData("max_age=60", 60)]
    [InlineData("max_age=\"0\"", 0)]
    [InlineData("max_age=\"-1\"", null)]
    [InlineData("max_age=\"soon\"", null)]
    [InlineData("max_age=\"99999999999\"", null)]
    public void An_age_is_a_whole_number_of_seconds_or_none(string parameter, int? seconds) => Assert.Equal(
        seconds is { } age ? TimeSpan.FromSeconds(age) : null, AuthenticationChallenge.Parse("Bearer " + parameter)[0].MaxAge);

    [Fact]
    public void What_was_granted_before_is_asked_for_again_with_what_is_missing()
    {
        var challenge = AuthenticationChallenge.Parse("Bearer error=\"insufficient_scope\", scope=\"b c\"")[0];
        var parameters = new AuthorizationParameters { RedirectUri = new("https://app.example/cb") };

        Assert.Equal(["b", "c"], challenge.ApplyTo(parameters).Scopes!);
        Assert.Equal(["a", "b", "c"], challenge.ApplyTo(parameters, new TokenResponse { AccessToken = "at", Scopes = ["a", "b"] }).Scopes!);
        Assert.Equal(["x", "b", "c"], challenge.ApplyTo(parameters with { Scopes = ["x"] }, new TokenResponse { AccessToken = "at", Scopes = ["a"] }).Scopes!);
        Assert.Null(AuthenticationChallenge.Parse("Bearer")[0].ApplyTo(parameters).Scopes);
    }

    [Fact]
    public async Task TR_36_challenges_of_a_success_are_none()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        response.Headers.TryAddWithoutValidation("WWW-Authenticate", "Key realm=\"kong\"");

        Assert.Empty(AuthenticationChallenge.Of(response));
        Assert.Equal("still", await Task.FromResult("still"));
    }

    [Fact]
    public async Task HT_06_a_claim_is_compared_by_its_value_and_not_by_its_spelling()
    {
        using var issuer = new TestIssuer();
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata()).Always("/keys", issuer.Keys);
        var client = Clients.Create<IIdp>(wire);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") });
        var claims = TestIssuer.Claims(request.Data.Nonce).ToJsonString().Replace("https://id.example.com", @"https:\/\/id\u002eexample.com", StringComparison.Ordinal);
        wire.Answer("/token", $$"""{"access_token":"at","token_type":"Bearer","id_token":"{{issuer.SignText(claims)}}"}""");

        Assert.Equal(TestIssuer.Issuer, (await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request))).IdToken!.Issuer);
    }

    [Theory]
    [InlineData("a b*c", "a+b%2Ac")]
    [InlineData("-_.~", "-_.~")]
    [InlineData(" %&+£€", "+%25%26%2B%C2%A3%E2%82%AC")]
    public void HT_07_forms_are_encoded_as_every_decoder_reads_them(string value, string encoded)
    {
        var fields = new MessageFields();
        fields.Add("x", value);

        Assert.Equal("x=" + encoded, Encoding.ASCII.GetString(FormEncoding.WriteForm(fields)));
    }

    [Theory]
    [InlineData("YQ==")]
    [InlineData("Y Q")]
    [InlineData("YQ\n")]
    [InlineData("Y+/Q")]
    public void HT_08_base64url_has_no_padding_and_no_blanks(string text) => Assert.False(StrictBase64Url.TryDecode(text, out _));

    [Fact]
    public void HT_09_a_key_that_NET_cannot_use_is_passed_over()
    {
        using var issuer = new TestIssuer();
        var keys = issuer.Keys.Replace("{\"keys\":[", """{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},{"kty":"AKP","alg":"ML-DSA-44","pub":"x"},""", StringComparison.Ordinal);

        Assert.Equal(["RSA", "EC"], SigningKeys.Parse(Encoding.UTF8.GetBytes(keys)).Select(key => key.Kty));
    }

    [Fact]
    public void HT_10_an_EC_signature_is_two_numbers_of_32_bytes()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.All(Enumerable.Range(0, 50), _ => Assert.Equal(64, ClientKey.From(key).Sign([1, 2, 3], "ES256").Length));
    }

    [Fact]
    public async Task HT_11_requests_say_who_sends_them_and_what_they_accept()
    {
        var wire = new Wire().Always("/token", Token);

        await Clients.Create<IPlain>(wire).RequestClientTokenAsync();

        Assert.Equal("application/json", wire.Last.Headers["Accept"]);
        Assert.StartsWith("SdkGen.OAuth/", wire.Last.Headers["User-Agent"], StringComparison.Ordinal);
    }

    private static Task UserInfo(Wire wire) => Clients.Create<IPlain>(wire).GetUserInfoAsync(new UserInfoRequest { AccessToken = "at", Subject = null });

    private static HttpResponseMessage Challenge(string header, string body)
    {
        var reply = Wire.Reply(body, HttpStatusCode.Unauthorized);
        reply.Headers.TryAddWithoutValidation("WWW-Authenticate", header);
        return reply;
    }
}
