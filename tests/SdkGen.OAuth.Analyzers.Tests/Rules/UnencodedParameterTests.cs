using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH8006.</summary>
public sealed class UnencodedParameterTests
{
    [Theory]
    [InlineData("""_ = $"https://acme.example/authorize?client_id={id}&redirect_uri={{|OAUTH8006:redirectUri|}}&state={state}";""")]
    [InlineData("""_ = "https://acme.example/authorize?client_id=" + id + "&redirect_uri=" + {|OAUTH8006:redirectUri|};""")]
    [InlineData("""_ = string.Format("https://acme.example/authorize?client_id={0}&scope={1}", id, {|OAUTH8006:scope|});""")]
    [InlineData("""_ = new StringContent($"grant_type=authorization_code&code={{|OAUTH8006:code|}}");""")]
    [InlineData("""_ = $"grant_type=password&username={Uri.EscapeDataString(user)}&password={{|OAUTH8006:password|}}";""")]
    [InlineData("""var scope = "a b"; _ = $"grant_type=client_credentials&scope={{|OAUTH8006:scope|}}";""")]
    public Task A_value_is_put_into_a_request_as_it_is(string statement) => Verify.CodeAsync(InMethod(statement.Replace("password&username", "pass&username", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""_ = $"https://acme.example/authorize?client_id={id}&redirect_uri={Uri.EscapeDataString(redirectUri)}";""")]
    [InlineData("""_ = $"https://acme.example/authorize?client_id={id}&redirect_uri={HttpUtility.UrlEncode(redirectUri)}";""")]
    [InlineData("""_ = $"https://acme.example/authorize?client_id={id}&redirect_uri={redirectUri.UrlEncode()}";""")]
    [InlineData("""var escaped = Uri.EscapeDataString(redirectUri); _ = $"?client_id={id}&redirect_uri={escaped}";""")]
    [InlineData("""var target = Uri.EscapeDataString(redirectUri).ToLower(); _ = $"?client_id={id}&redirect_uri={target}";""")]
    [InlineData("""_ = $"https://acme.example/authorize?client_id={id}&redirect_uri={redirectUri.AsUrlData()}";""")]
    [InlineData("""_ = $"https://acme.example/orders?access_token={token}&state={state}";""")]
    [InlineData("""_ = $"https://acme.example/authorize?client_id={id}&code_challenge={challenge}&nonce={nonce}";""")]
    [InlineData("""const string scope = "orders.read"; _ = $"grant_type=client_credentials&scope={scope}";""")]
    [InlineData("""Log($"client_id={id}, redirect_uri={redirectUri}");""")]
    [InlineData("""_ = $"https://acme.example/search?scope={scope}&state={state}";""")]
    [InlineData("""_ = "grant_type=client_credentials&scope=a%20b";""")]
    public Task What_is_encoded_or_safe_is_left_alone(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public async Task It_is_one_information_for_a_text() => Assert.Equal(
        ["info OAUTH8006 redirectUri"],
        await Findings.InCodeAsync(InMethod("""_ = $"?client_id={id}&redirect_uri={redirectUri}&scope={scope}&state={state}";""")));

    [Fact]
    public async Task Tests_are_left_alone() =>
        Assert.Empty(await Findings.InCodeAsync(InMethod("""_ = $"?client_id={id}&redirect_uri={redirectUri}";"""), "/repo/App.Tests/File.cs"));

    [Fact]
    public Task The_fix_encodes_the_value() => Verify.CodeFixAsync<OAuthCodeAnalyzer, EncodeParameterCodeFixProvider>(
        Compiled("""$"https://acme.example/authorize?client_id={id}&redirect_uri={{|OAUTH8006:redirectUri|}}" """, """string.Format("https://acme.example/authorize?client_id={0}&scope={1}", id, {|OAUTH8006:scope|})"""),
        Compiled(
            """$"https://acme.example/authorize?client_id={id}&redirect_uri={System.Net.WebUtility.UrlEncode(redirectUri)}" """,
            """string.Format("https://acme.example/authorize?client_id={0}&scope={1}", id, System.Net.WebUtility.UrlEncode(scope))"""),
        iterations: 2);

    private static string Compiled(string first, string second) => $$"""
        class C
        {
            string M(string id, string redirectUri) => {{first}};
            string N(string id, string scope) => {{second}};
        }
        """;

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""

        #pragma warning disable OAUTH8006 // The caller has encoded it.
        _ = $"?client_id={id}&redirect_uri={redirectUri}";
        #pragma warning restore OAUTH8006

        """));

    private static string InMethod(string statement) =>
        $$"""using System; class C { void M(string id, string redirectUri, string scope, string state, string code, string user, string password, string challenge, string nonce) { {{statement}} } }""";
}
