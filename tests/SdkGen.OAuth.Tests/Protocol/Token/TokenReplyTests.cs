using System.Net;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>
/// How the reply of the token endpoint is read: strict where security hangs on it, tolerant of what real providers send. The ids are those
/// of the edge cases.
/// </summary>
public sealed class TokenReplyTests
{
    private const string Token = "\"access_token\":\"at-1\",\"token_type\":\"Bearer\"";

    [Theory]
    [InlineData("TR-08", """{"access_token":"at-1","token_type":"bEARER"}""")]
    [InlineData("TR-07 (tolerant: many providers leave it out)", """{"access_token":"at-1"}""")]
    [InlineData("TR-28", "{" + Token + ""","team":{"id":"T1"},"x":[1,2,{}],"y":null}""")]
    [InlineData("a byte order mark", "\uFEFF{" + Token + "}")]
    [InlineData("a text that is no Unicode, where nobody looks", "{" + Token + ",\"name\":\"\\ud83d\"}")]
    [InlineData("blanks around it", " \r\n\t{" + Token + "} ")]
    [InlineData("TR-24 (tolerant: Dailymotion)", "{" + Token + ""","refresh_token":null}""")]
    [InlineData("an empty refresh token", "{" + Token + ""","refresh_token":""}""")]
    [InlineData("TR-27 (tolerant: Tumblr, openid not asked for)", "{" + Token + ""","id_token":false}""")]
    [InlineData("TR-15 (tolerant)", "{" + Token + ""","expires_in":null}""")]
    [InlineData("TR-21 (tolerant)", "{" + Token + ""","scope":null}""")]
    [InlineData("a form (Deezer, QQ)", "access_token=at-1&token_type=bearer&expires=300")]
    public async Task A_reply_of_a_real_provider_is_read(string id, string body)
    {
        Assert.NotEmpty(id);
        var token = await RequestAsync(body);

        Assert.Equal("at-1", token.AccessToken);
        Assert.Equal("Bearer", token.TokenType);
        Assert.Null(token.ExpiresIn);
        Assert.Null(token.RefreshToken);
    }

    [Theory]
    [InlineData("application/json; charset=\"bogus\"")]
    [InlineData("text/html")]
    [InlineData("text/plain;charset=utf-8")]
    [InlineData("nonsense")]
    public async Task TR_29_and_TR_30_the_content_counts_and_not_its_media_type(string type)
    {
        var wire = new Wire().Answer("/token", "{" + Token + "}", HttpStatusCode.OK, type);

        Assert.Equal("at-1", (await Clients.Create<IPlain>(wire).RequestClientTokenAsync()).AccessToken);
    }

    [Theory]
    [InlineData("TR-12", "3600", 3600)]
    [InlineData("TR-13", "\"3600\"", 3600)]
    [InlineData("TR-16", "0", 0)]
    [InlineData("TR-17", "3600.0", 3600)]
    [InlineData("TR-17", "3.6e3", 3600)]
    [InlineData("TR-18", "9223372036854775808", 3153600000)]
    public async Task A_lifetime_is_read_however_it_is_written(string id, string value, double seconds)
    {
        Assert.NotEmpty(id);
        var token = await RequestAsync("{" + Token + ",\"expires_in\":" + value + "}");

        Assert.Equal(TimeSpan.FromSeconds(seconds), token.ExpiresIn);
        Assert.Equal(token.ReceivedAt + token.ExpiresIn, token.ExpiresAt);
    }

    [Theory]
    [InlineData("TR-14", "\"Tue, 01 Jan 2030 00:00:00 GMT\"")]
    [InlineData("TR-16", "-1")]
    [InlineData("TR-18", "1e400")]
    [InlineData("an array", "[3600]")]
    [InlineData("a truth value", "true")]
    public async Task A_lifetime_that_is_no_number_of_seconds_is_refused(string id, string value)
    {
        Assert.NotEmpty(id);
        await Clients.FailsAsync(OAuthFailure.InvalidLifetime, () => RequestAsync("{" + Token + ",\"expires_in\":" + value + "}"));
    }

    [Theory]
    [InlineData("TR-20", "\"\"", "")]
    [InlineData("TR-22", "\"b a\"", "b a")]
    [InlineData("TR-23", "\"a\"", "a")]
    [InlineData("an array (Twitch)", "[\"a\",\"b\"]", "a b")]
    [InlineData("several blanks", "\" a  b \"", "a b")]
    public async Task Granted_scopes_are_those_of_the_reply(string id, string value, string scopes)
    {
        Assert.NotEmpty(id);
        var token = await RequestAsync("{" + Token + ",\"scope\":" + value + "}", new() { Scopes = ["a", "b"] });

        Assert.Equal(scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries), token.Scopes);
    }

    [Fact]
    public async Task TR_19_without_scopes_in_the_reply_the_requested_ones_were_granted() =>
        Assert.Equal(["a", "b"], (await RequestAsync("{" + Token + "}", new() { Scopes = ["a", "b"] })).Scopes);

    [Theory]
    [InlineData("TR-02", "{\"", OAuthFailure.UnreadableResponse)]
    [InlineData("TR-03", "null", OAuthFailure.UnreadableResponse)]
    [InlineData("TR-04", "[]", OAuthFailure.UnreadableResponse)]
    [InlineData("empty", "", OAuthFailure.UnreadableResponse)]
    [InlineData("HTML", "<!doctype html><html>Sign in</html>", OAuthFailure.UnreadableResponse)]
    [InlineData("a text", "OK", OAuthFailure.UnreadableResponse)]
    [InlineData("TR-05", "{}", OAuthFailure.MissingAccessToken)]
    [InlineData("TR-06", "{\"access_token\":\"\",\"token_type\":\"Bearer\"}", OAuthFailure.MissingAccessToken)]
    [InlineData("TR-06", "{\"access_token\":5,\"token_type\":\"Bearer\"}", OAuthFailure.MissingAccessToken)]
    [InlineData("TR-09", "{\"access_token\":\"a\",\"token_type\":\"unrecognized\"}", OAuthFailure.UnsupportedTokenType)]
    [InlineData("TR-10", "{\"access_token\":\"a\",\"token_type\":\"N_A\"}", OAuthFailure.UnsupportedTokenType)]
    [InlineData("DP-26", "{\"access_token\":\"a\",\"token_type\":\"DPoP\"}", OAuthFailure.UnsupportedTokenType)]
    [InlineData("TR-41", "{\"access_token\":\"a\",\"access_token\":\"b\",\"token_type\":\"Bearer\"}", OAuthFailure.DuplicateMember)]
    [InlineData("a doubled form field", "access_token=a&access_token=b", OAuthFailure.DuplicateMember)]
    [InlineData("TR-44", "{\"access_token\":\"a b\",\"token_type\":\"Bearer\"}", OAuthFailure.UnsendableAccessToken)]
    [InlineData("TR-44", "{\"access_token\":\"a\\r\\nX: y\",\"token_type\":\"Bearer\"}", OAuthFailure.UnsendableAccessToken)]
    [InlineData("TR-44", "{\"access_token\":\"a\\\"b\",\"token_type\":\"Bearer\"}", OAuthFailure.UnsendableAccessToken)]
    [InlineData("a text that is no Unicode", "{\"access_token\":\"\\ud800\",\"token_type\":\"Bearer\"}", OAuthFailure.MissingAccessToken)]
    [InlineData("a name that is no Unicode", "{\"\\udc00\":1}", OAuthFailure.UnreadableResponse)]
    [InlineData("a scope that is no Unicode", "{" + Token + ",\"scope\":\"\\ud800\"}", OAuthFailure.InvalidMember)]
    [InlineData("a scope that is a number", "{" + Token + ",\"scope\":5}", OAuthFailure.InvalidMember)]
    public async Task A_reply_that_is_none_is_told_apart(string id, string body, OAuthFailure failure)
    {
        Assert.NotEmpty(id);
        var exception = await Clients.FailsAsync(failure, () => RequestAsync(body));

        Assert.Equal("Plain", exception.Provider);
        Assert.Equal("https://oauth.example.com/token", exception.Endpoint);
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
        Assert.Null(exception.Error);
    }

    [Fact]
    public async Task TR_10_a_token_that_is_no_access_token_is_an_answer_to_an_exchange()
    {
        var wire = new Wire().Answer("/token", """{"access_token":"x","token_type":"n_a","issued_token_type":"urn:ietf:params:oauth:token-type:id_token"}""");
        var token = await Clients.Create<IPlain>(wire).ExchangeTokenAsync(new() { SubjectToken = "subject", Resources = ["https://a.example", "https://b.example"] });

        Assert.Equal("N_A", token.TokenType);
        Assert.Equal(TokenTypes.IdToken, token.IssuedTokenType);
        Assert.Equal(["https://a.example", "https://b.example"], wire.Last.Fields["resource"]);
        Assert.Equal(TokenTypes.AccessToken, wire.Last.Fields["subject_token_type"].Single());
        Assert.Equal("urn:ietf:params:oauth:grant-type:token-exchange", wire.Last.Fields["grant_type"].Single());
    }

    [Fact]
    public async Task TR_25_a_refresh_token_of_a_client_is_kept_and_not_used()
    {
        var token = await RequestAsync("{" + Token + ",\"refresh_token\":\"rt\"}");

        Assert.Equal("rt", token.RefreshToken);
    }

    [Fact]
    public async Task TR_45_a_token_response_prints_no_token()
    {
        var token = await RequestAsync("{" + Token + ",\"refresh_token\":\"rt-secret\"}");

        Assert.DoesNotContain("at-1", token.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("rt-secret", token.ToString(), StringComparison.Ordinal);
    }

    private static async Task<TokenResponse> RequestAsync(string body, ClientCredentialsRequest? request = null) =>
        await Clients.Create<IPlain>(new Wire().Answer("/token", body)).RequestClientTokenAsync(request);
}
