using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH3004. The tokens are made up, and put together so that nobody takes them for real ones.</summary>
public sealed class HardCodedTokenTests
{
    private const string Payload = "eyJzdWIiOiJhY21lLXVzZXItNDIiLCJleHAiOjE5MDAwMDAwMDB9";

    public static TheoryData<string> Tokens { get; } =
    [
        "gho_" + "k2Jd83nQp7Vx0Lz5Rt9Wc4Ys6Bm1Hf2Ga3Ue",
        "ghp_" + "k2Jd83nQp7Vx0Lz5Rt9Wc4Ys6Bm1Hf2Ga3Ue",
        "glpat-" + "k2Jd83nQp7Vx0Lz5Rt9W",
        "ya29." + "a0AfB_k2Jd83nQp7Vx0Lz5Rt9Wc4Ys6Bm1Hf2Ga3Ue",
        "xoxb-" + "123456789012-k2Jd83nQp7Vx0Lz5Rt9W",
        "ory_at_" + "k2Jd83nQp7Vx0Lz5Rt9Wc4Ys6Bm1Hf2Ga3Ue",
        "ory_pat_" + "k2Jd83nQp7Vx0Lz5Rt9Wc4Ys",
        "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9." + Payload + ".k2Jd83nQp7Vx0Lz5Rt9Wc4Ys6Bm1Hf2Ga3Ue",
        "Bearer ory_at_" + "k2Jd83nQp7Vx0Lz5Rt9Wc4Ys6Bm1Hf2Ga3Ue",
    ];

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task The_form_gives_a_token_away(string token) =>
        Assert.Equal([$"warning OAUTH3004 \"{token}\""], await Findings.InCodeAsync(InMethod($"var oauth = \"{token}\";")));

    [Theory]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", {|OAUTH3004:"b7Qk2mZx9TfW4bLd8sYc"|});""")]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new("bearer", {|OAUTH3004:"b7Qk2mZx9TfW4bLd8sYc"|});""")]
    [InlineData("""request.Headers.Add("Authorization", {|OAUTH3004:"Bearer b7Qk2mZx9TfW4bLd8sYc"|});""")]
    [InlineData("""var key = {|OAUTH3004:"b7Qk2mZx9TfW4bLd8sYc"|}; request.Headers.Add("Authorization", "Bearer " + key);""")]
    [InlineData("""var accessToken = {|OAUTH3004:"b7Qk2mZx9TfW4bLd8sYc"|};""")]
    [InlineData("""form["refresh_token"] = {|OAUTH3004:"b7Qk2mZx9TfW4bLd8sYc"|};""")]
    public Task A_token_is_found_where_it_is_sent(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessTokenOfCaller);""")]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "your_access_token_here");""")]
    [InlineData("""request.Headers.Add("Authorization", "Bearer <token>");""")]
    [InlineData("""var accessToken = "access_token";""")]
    [InlineData("""var accessToken = "AccessTokenCacheKey2";""")]
    [InlineData("""var prefix = "gho_";""")]
    [InlineData("""var shown = "gho_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";""")]
    [InlineData("""const string AccessTokenUrl = "https://login.acme.example/v2/token1";""")]
    [InlineData("""options.AddSecurityDefinition("Bearer", new { Description = "JWT Authorization header using the Bearer scheme" });""")]
    [InlineData("""var pageToken = "b7Qk2mZx9TfW4bLd8sYc";""")]
    // The token that every page on the subject shows.
    [InlineData("""var jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.k2Jd83nQp7Vx0Lz5Rt9Wc4Ys6Bm1Hf2Ga3Ue";""")]
    public Task Names_placeholders_and_specimens_are_no_tokens(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public async Task A_license_is_no_token() => Assert.Empty(await Findings.InCodeAsync(InMethod(
        $"var oauth = 1; var licenseKey = \"eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.{Payload}.k2Jd83nQp7Vx0Lz5Rt9Wc4Ys6Bm1Hf2Ga3Ue\";")));

    [Fact]
    public async Task Tests_are_left_alone() =>
        Assert.Empty(await Findings.InCodeAsync(InMethod("var accessToken = \"b7Qk2mZx9TfW4bLd8sYc\";"), "/repo/App.Tests/File.cs"));

    [Fact]
    public async Task A_credential_that_is_shown_to_others_is_no_token()
    {
        var payload = Convert.ToBase64String("""{"iss":"did:web:acme.example","sub":"did:key:a","vc":{"type":["VerifiableCredential"]}}"""u8).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Assert.Empty(await Findings.InCodeAsync(InMethod($"var oauth = \"eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.{payload}.k2Jd83nQp7Vx0Lz5Rt9Wc4Ys8Bm1Ge6H\";")));
    }

    [Fact]
    public Task It_is_read_from_a_configuration_in_reach() => Verify.CodeFixAsync<OAuthCodeAnalyzer, ReadFromConfigurationCodeFixProvider>(
        Configured("""{|OAUTH3004:"b7Qk2mZx9TfW4bLd8sYc"|}"""),
        Configured("""configuration["OAuth:AccessToken"] ?? throw new System.InvalidOperationException("'OAuth:AccessToken' is not configured.")"""));

    private static string Configured(string token) => $$"""
        using System.Net.Http.Headers;
        using Microsoft.Extensions.Configuration;
        class C
        {
            AuthenticationHeaderValue M(IConfiguration configuration) => new AuthenticationHeaderValue("Bearer", {{token}});
        }
        """;

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""

        #pragma warning disable OAUTH3004 // It has expired.
        var accessToken = "b7Qk2mZx9TfW4bLd8sYc";
        #pragma warning restore OAUTH3004

        """));

    private static string InMethod(string statement) => $$"""class C { void M(string accessTokenOfCaller) { {{statement}} } }""";
}
