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

    private static string Write(AuthenticationChallenge challenge) => challenge.Token is { } token
        ? $"{challenge.Scheme} [{token}]"
        : $"{challenge.Scheme} {string.Join(';', challenge.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"))}".TrimEnd(challenge.Parameters.Count > 0 ? '\0' : ' ');
}
