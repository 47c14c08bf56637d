namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>How <c>WWW-Authenticate</c> is read (RFC 9110 section 11.6.1): the WA table of the edge cases.</summary>
public sealed class ChallengeTests
{
    [Theory]
    [InlineData("WA-01", "")]
    [InlineData("WA-01", ",")]
    [InlineData("WA-04", @"Scheme realm=\f\o\o")]
    [InlineData("WA-05", "Scheme realm=\"basic")]
    [InlineData("WA-17", "Negotiate abc123==, realm=\"ignored\"")]
    [InlineData("WA-19", "Bearer error\"invalid_token\"")]
    [InlineData("WA-20", "Bearer error=\"ok\", ???")]
    [InlineData("WA-22", "error=\"invalid_token\"")]
    [InlineData("a tab after the scheme", "Negotiate\tabc123")]
    [InlineData("a letter of a token68 in the scheme", "Negotiate/abc123")]
    [InlineData("no comma between parameters", "Bearer realm=\"x\" error=\"y\"")]
    [InlineData("no comma between challenges", "Bearer realm=\"x\" Basic realm=\"y\"")]
    [InlineData("no name", "Bearer =\"x\"")]
    [InlineData("no name", "Bearer realm=\"x\", =\"y\"")]
    [InlineData("neither name nor value", "Bearer =")]
    [InlineData("no value", "Bearer foo!")]
    [InlineData("no value", "Bearer realm=x, error=")]
    [InlineData("two words", "Bearer foo bar")]
    [InlineData("no letter of a token68", "Negotiate abc:123")]
    [InlineData("an equals sign within a token68", "Negotiate abc=123=, Basic")]
    [InlineData("nothing after the backslash", "Bearer realm=\"x\\")]
    public void What_is_not_well_formed_is_no_challenge(string id, string header)
    {
        Assert.NotEmpty(id);
        Assert.False(AuthenticationChallenge.TryParse(header, out var challenges));
        Assert.Empty(challenges);
    }

    [Theory]
    [InlineData("WA-02", "Scheme", "Scheme")]
    [InlineData("WA-03", "Scheme, DPoP algs=\"ES256\"", "Scheme|DPoP algs=ES256")]
    [InlineData("WA-06", "SCHEME REALM=\"foo\"", "SCHEME realm=foo")]
    [InlineData("WA-07", "Scheme realm = \"foo\"", "Scheme realm=foo")]
    [InlineData("WA-08", "Scheme realm=\"\\\"foo\\\"\"", "Scheme realm=\"foo\"")]
    [InlineData("WA-09", "Scheme realm=\"foo%20bar\"", "Scheme realm=foo%20bar")]
    [InlineData("WA-10", "Scheme realm='foo'", "Scheme realm='foo'")]
    [InlineData("WA-11", "Scheme realm=\"foo\", bar=\"xyz\",, a=b,,,c=d", "Scheme realm=foo;bar=xyz;a=b;c=d")]
    [InlineData("WA-12", ",Scheme realm=\"basic\"", "Scheme realm=basic")]
    [InlineData("WA-12", "Bearer realm=\"foo\",", "Bearer realm=foo")]
    [InlineData("WA-13", "Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Scheme realm=\"simple\"", "Newauth realm=apps;type=1;title=Login to \"apps\"|Scheme realm=simple")]
    [InlineData("WA-14", "Scheme foo=\"realm=nottherealm\", realm=\"basic\"", "Scheme foo=realm=nottherealm;realm=basic")]
    [InlineData("WA-15", "Bearer error=\"a\", error=\"b\"", "Bearer error=b")]
    [InlineData("WA-16", "Negotiate abc123==, Basic realm=\"test\"", "Negotiate [abc123==]|Basic realm=test")]
    [InlineData("WA-18", "Bearer error=", "Bearer [error=]")]
    [InlineData("WA-21", "Bearer error_description=\"bad \\\\ token\"", "Bearer error_description=bad \\ token")]
    [InlineData("WA-23", "Bearer   realm =   \"x\"   ,error=\"bad_token\" ,  error_description = \" spaced \"", "Bearer realm=x;error=bad_token;error_description= spaced ")]
    [InlineData("WA-24", "Bearer realm=\"foo\", Digest blah==, Basic realm=\"bar\"", "Bearer realm=foo|Digest [blah==]|Basic realm=bar")]
    [InlineData("WA-30", "DPoP algs=\"ES256 PS256\"", "DPoP algs=ES256 PS256")]
    [InlineData("every letter of a token68", "Negotiate azAZ09-._~+/==", "Negotiate [azAZ09-._~+/==]")]
    [InlineData("every letter of a token", "A!#$%&'*+-.^_`|~9 B!#$%&'*+-.^_`|~9=C!#$%&'*+-.^_`|~9", "A!#$%&'*+-.^_`|~9 B!#$%&'*+-.^_`|~9=C!#$%&'*+-.^_`|~9")]
    [InlineData("a token68 at the end", "Negotiate abc123", "Negotiate [abc123]")]
    [InlineData("blanks after a token68", "Negotiate abc123 \t, Basic realm=x", "Negotiate [abc123]|Basic realm=x")]
    [InlineData("blanks after the scheme", "Negotiate   , Basic", "Negotiate|Basic")]
    [InlineData("a backslash before the end", "Bearer realm=\"\\\\\"", "Bearer realm=\\")]
    [InlineData("an empty text", "Bearer realm=\"\"", "Bearer realm=")]
    public void Challenges_are_read_with_their_parameters(string id, string header, string expected)
    {
        Assert.NotEmpty(id);
        Assert.True(AuthenticationChallenge.TryParse(header, out var challenges));
        Assert.Equal(expected, string.Join('|', challenges.Select(Write)), ignoreCase: true);
    }

    [Fact]
    public void Schemes_and_names_are_compared_without_case()
    {
        Assert.True(AuthenticationChallenge.TryParse("bEARER ERROR=\"invalid_token\"", out var challenges));

        Assert.True(challenges[0].Is("Bearer"));
        Assert.Equal("invalid_token", challenges[0]["error"]);
    }

    [Fact]
    public void A_header_without_a_value_as_a_framework_may_give_it_has_no_challenge() =>
        Assert.Equal("Bearer", Assert.Single(AuthenticationChallenge.Parse(new Microsoft.Extensions.Primitives.StringValues([null, "Bearer"]))).Scheme);

    [Fact]
    public void Each_registered_parameter_is_a_property()
    {
        var challenge = AuthenticationChallenge.Parse(
            "Bearer error=\"insufficient_scope\", error_description=\"more\", scope=\"a b\", acr_values=\"gold silver\", max_age=60, "
            + "algs=\"ES256 PS256\", resource_metadata=\"https://api.example/.well-known/oauth-protected-resource\"")[0];

        Assert.Equal(("Bearer", "insufficient_scope", "more"), (challenge.Scheme, challenge.Error, challenge.ErrorDescription));
        Assert.Equal(["a", "b"], challenge.Scopes);
        Assert.Equal(["gold", "silver"], challenge.AcrValues);
        Assert.Equal(TimeSpan.FromSeconds(60), challenge.MaxAge);
        Assert.Equal(["ES256", "PS256"], challenge.Algorithms);
        Assert.Equal(new Uri("https://api.example/.well-known/oauth-protected-resource"), challenge.ResourceMetadata);
        Assert.Null(challenge.Token);
    }

    [Theory]
    [InlineData("http://api.example/metadata")]
    [InlineData("/metadata")]
    [InlineData("javascript:alert(1)")]
    public void An_address_of_metadata_that_is_not_https_is_none(string url) =>
        Assert.Null(AuthenticationChallenge.Parse($"Bearer resource_metadata=\"{url}\"")[0].ResourceMetadata);

    [Theory]
    [InlineData("DPoP error=\"use_dpop_nonce\"", true)]
    [InlineData("dpop error=\"use_dpop_nonce\"", true)]
    [InlineData("DPoP error=\"invalid_token\"", false)]
    [InlineData("DPoP", false)]
    [InlineData("Bearer error=\"use_dpop_nonce\"", false)]
    public void A_nonce_is_asked_for_by_scheme_and_error(string header, bool asks) =>
        Assert.Equal(asks, AuthenticationChallenge.Parse(header)[0].AsksForNonce);

    [Fact]
    public void What_a_challenge_does_not_say_is_asked_for_as_before()
    {
        var parameters = new AuthorizationParameters { RedirectUri = new("https://app.example/cb"), AcrValues = ["gold"], MaxAge = TimeSpan.FromSeconds(60) };
        var token = new TokenResponse { AccessToken = "at", Scopes = ["granted"] };
        var challenge = AuthenticationChallenge.Parse("Bearer error=\"invalid_token\"")[0];

        var again = challenge.ApplyTo(parameters with { Scopes = ["wanted"] }, token);
        Assert.Equal(["gold"], again.AcrValues);
        Assert.Equal(TimeSpan.FromSeconds(60), again.MaxAge);
        Assert.Equal(["wanted"], again.Scopes!);
        Assert.Equal(["granted"], challenge.ApplyTo(parameters, token).Scopes!);
    }

    [Theory]
    [InlineData(null, 30)]
    [InlineData(29, 29)]
    [InlineData(31, 30)]
    public void The_shorter_age_counts(int? wanted, int asked)
    {
        var parameters = new AuthorizationParameters { RedirectUri = new("https://app.example/cb"), MaxAge = wanted is { } age ? TimeSpan.FromSeconds(age) : null };

        Assert.Equal(TimeSpan.FromSeconds(asked), AuthenticationChallenge.Parse("Bearer max_age=30")[0].ApplyTo(parameters).MaxAge);
    }

    [Fact]
    public async Task A_challenge_of_a_failure_repeats_no_secret_of_the_request_in_its_token_and_its_parameters()
    {
        var wire = new Wire().Answer("/me", _ =>
        {
            var reply = Wire.Reply("", System.Net.HttpStatusCode.Unauthorized);
            reply.Headers.TryAddWithoutValidation("WWW-Authenticate", "Negotiate the-access-token, Bearer realm=\"of the-access-token\"");
            return reply;
        });
        var exception = await Clients.FailsAsync(OAuthFailure.UnexpectedStatus, () =>
            Clients.Create<IPlain>(wire).GetUserInfoAsync(new UserInfoRequest { AccessToken = "the-access-token", Subject = null }));

        Assert.Equal("[redacted]", exception.Challenges[0].Token);
        Assert.Equal("of [redacted]", exception.Challenges[1]["REALM"]);
        Assert.Null(exception.Challenges[1].Token);
    }

    private static string Write(AuthenticationChallenge challenge) => challenge.Token is { } token
        ? $"{challenge.Scheme} [{token}]"
        : $"{challenge.Scheme} {string.Join(';', challenge.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"))}".TrimEnd(challenge.Parameters.Count > 0 ? '\0' : ' ');
}
