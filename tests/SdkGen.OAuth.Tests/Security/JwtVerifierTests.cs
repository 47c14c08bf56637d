using System.Buffers.Text;
using System.Text;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>What is verified before there is a key: the form of a JWT and its header. And how each message is called in an error.</summary>
public sealed class JwtVerifierTests
{
    public static TheoryData<string> Names { get; } = ["the ID token", "the logout token", "the authorization response", "the UserInfo reply", "the introspection reply"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_error_says_which_message_it_is_about(string name)
    {
        var use = new[] { JwtUse.IdToken, JwtUse.LogoutToken, JwtUse.AuthorizationResponse, JwtUse.UserInfo, JwtUse.Introspection }.Single(use => use.Name == name);
        var exception = await Assert.ThrowsAsync<OAuthException>(() => VerifyAsync("a.b", use));

        Assert.Contains(name + " is no signed JWT", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ID-07", """{"alg":"none"}""")]
    [InlineData("ID-08", """{"alg":"NONE"}""")]
    [InlineData("ID-08", """{"alg":"nOnE"}""")]
    public async Task No_signature_is_none_even_where_none_is_among_the_algorithms(string id, string header)
    {
        Assert.NotEmpty(id);
        await Clients.FailsAsync(OAuthFailure.IdTokenAlgorithm, () => VerifyAsync(Token(header), algorithms: ["none", "NONE", "nOnE", "RS256"]));
    }

    [Theory]
    [InlineData("HT-09", """{"alg":"EdDSA"}""", "'EdDSA', which .NET cannot verify, expected is RS256, ES256")]
    [InlineData("HT-09", """{"alg":"Ed25519"}""", "'Ed25519', which .NET cannot verify, expected is RS256, ES256")]
    [InlineData("HT-09", """{"alg":"Ed448"}""", "'Ed448', which .NET cannot verify, expected is RS256, ES256")]
    [InlineData("ID-06", """{"alg":"RS512"}""", "'RS512', expected is RS256, ES256")]
    [InlineData("no alg", "{}", "'', expected is RS256, ES256")]
    [InlineData("an alg that is a number", """{"alg":5}""", "'5', expected is RS256, ES256")]
    public async Task An_error_says_which_algorithm_was_used_and_which_are_expected(string id, string header, string said)
    {
        Assert.NotEmpty(id);
        var exception = await Clients.FailsAsync(OAuthFailure.IdTokenAlgorithm, () => VerifyAsync(Token(header), algorithms: ["RS256", "ES256"]));

        Assert.Contains("signed with " + said + " (", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_says_that_no_algorithm_is_known() => Assert.Contains(
        "they name none",
        (await Clients.FailsAsync(OAuthFailure.IdTokenAlgorithm, () => VerifyAsync(Token("""{"alg":"RS256"}"""), algorithms: []))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_key_set_nothing_is_verified() => Assert.Contains(
        "jwks_uri",
        (await Clients.FailsAsync(OAuthFailure.IdTokenKeyNotFound, () => VerifyAsync(Token("""{"alg":"RS256"}"""), algorithms: ["RS256"]))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "RS256 PS256 ES256")]
    [InlineData("none HS256 EdDSA", "RS256 PS256 ES256")]
    [InlineData("RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 HS256 HS384 HS512 none EdDSA ES256K rs256", "RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512")]
    [InlineData("ES512 none", "ES512")]
    public void ID_06_and_ID_07_an_announcement_is_enough_for_signatures_by_a_public_key_alone(string? announced, string chosen)
    {
        Assert.Equal(chosen.Split(' '), SignatureAlgorithms.Choose([], announced?.Split(' '), ["RS256", "PS256", "ES256"]));
        Assert.Equal(["HS256"], SignatureAlgorithms.Choose(["HS256"], announced?.Split(' '), []));
    }

    [Theory]
    [InlineData(ResponseMode.Query, null, false, false)]
    [InlineData(ResponseMode.FormPost, "form_post", true, false)]
    [InlineData(ResponseMode.Jwt, "jwt", false, true)]
    [InlineData(ResponseMode.QueryJwt, "query.jwt", false, true)]
    [InlineData(ResponseMode.FormPostJwt, "form_post.jwt", true, true)]
    public void A_response_mode_says_who_brings_the_response_and_whether_it_is_signed(ResponseMode mode, string? parameter, bool isPosted, bool isSigned) =>
        Assert.Equal((parameter, isPosted, isSigned), (mode.Parameter(), mode.IsPosted(), mode.IsSigned()));

    [Theory]
    [InlineData("", true)]
    [InlineData("AA", true)]
    [InlineData("AAA", true)]
    [InlineData("-_09", true)]
    [InlineData("A", false)]
    [InlineData("AAAAA", false)]
    [InlineData("AB", false)]
    [InlineData("AAB", false)]
    [InlineData("AA==", false)]
    [InlineData("A A", false)]
    [InlineData("AA\n", false)]
    [InlineData("+/AA", false)]
    public void ID_03_base64url_has_no_padding_no_blanks_and_one_way_to_write_a_byte(string text, bool isOne)
    {
        Assert.Equal(isOne, StrictBase64Url.TryDecode(text, out var bytes));
        Assert.Equal(isOne ? text.Length * 3 / 4 : 0, bytes.Length);
    }

    private static string Token(string header) => $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.e30.AAAA";

    private static Task<JwtClaims> VerifyAsync(string token, JwtUse? use = null, params string[] algorithms) => new JwtVerifier(null, new("Test")).VerifyAsync(
        token,
        new()
        {
            Use = use ?? JwtUse.IdToken,
            ClientId = TestIssuer.ClientId,
            Algorithms = algorithms,
            AcceptsIssuer = (_, _) => true,
            Issuer = TestIssuer.Issuer,
            ClockSkew = TimeSpan.Zero,
            Now = DateTimeOffset.UnixEpoch,
        },
        default);
}
