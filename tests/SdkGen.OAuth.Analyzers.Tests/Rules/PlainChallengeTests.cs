using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH2003.</summary>
public sealed class PlainChallengeTests
{
    [Theory]
    [InlineData("""_ = new Dictionary<string, string> { ["code_challenge_method"] = {|OAUTH2003:"plain"|} };""")]
    [InlineData("""_ = $"{|OAUTH2003:https://login.acme.example/authorize?code_challenge_method=plain&code_challenge=|}{challenge}";""")]
    [InlineData("""_ = new AuthorizeRequest { CodeChallengeMethod = {|OAUTH2003:CodeChallengeMethods.Plain|} };""")]
    [InlineData("""_ = new Dictionary<string, string> { ["response_type"] = "code", ["state"] = state, ["client_id"] = id, ["code_challenge"] = {|OAUTH2003:codeVerifier|} };""")]
    public Task Plain_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""_ = new Dictionary<string, string> { ["code_challenge_method"] = "S256" };""")]
    [InlineData("""const string Plain = "plain"; _ = Plain;""")]
    [InlineData("""_ = method switch { Method.Plain => "plain", _ => "S256" };""")]
    [InlineData("""if (form["code_challenge_method"] == "plain") return;""")]
    [InlineData("""_ = new Dictionary<string, string> { ["response_type"] = "code", ["state"] = state, ["client_id"] = id, ["code_challenge"] = challenge };""")]
    public Task S256_and_tables_of_names_are_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("https://myanimelist.net/v1/oauth2/authorize", null)]
    [InlineData("https://login.acme.example/authorize", "sdkgen_oauth.pkce_plain_allowed_hosts = login.acme.example")]
    public Task A_host_that_has_nothing_better_weighs_less(string url, string? options) => Verify.CodeAsync(
        InMethod($"var url = \"{url}\"; _ = new Dictionary<string, string> {{ [\"code_challenge_method\"] = {{|#0:\"plain\"|}} }};"), Verify.Info("OAUTH2003"), options: options);

    [Fact]
    public Task The_fix_hashes_the_verifier_where_it_is_the_challenge() => Verify.CodeFixAsync<OAuthCodeAnalyzer, UseS256CodeFixProvider>(
        InMethod("""
            _ = new Dictionary<string, string> { ["code_challenge"] = codeVerifier, ["code_challenge_method"] = {|OAUTH2003:"plain"|} };
            _ = $"{|OAUTH2003:https://login.acme.example/authorize?code_challenge_method=plain&code_challenge=|}{codeVerifier}";
            form.Add("code_challenge_method", {|OAUTH2003:"plain"|});
            form.Add("code_challenge", codeVerifier);
            form.Add("code_verifier", codeVerifier);
        """) + Method,
        InMethod($$"""
            _ = new Dictionary<string, string> { ["code_challenge"] = {{Hash}}, ["code_challenge_method"] = "S256" };
            _ = $"https://login.acme.example/authorize?code_challenge_method=S256&code_challenge={{{Hash}}}";
            form.Add("code_challenge_method", "S256");
            form.Add("code_challenge", {{Hash}});
            form.Add("code_verifier", codeVerifier);
        """) + Method,
        iterations: 3);

    [Fact]
    public Task There_is_no_fix_where_the_challenge_is_something_else() => Verify.NoCodeFixAsync<OAuthCodeAnalyzer, UseS256CodeFixProvider>(
        InMethod("""_ = new Dictionary<string, string> { ["code_challenge"] = challenge, ["code_challenge_method"] = {|OAUTH2003:"plain"|} };""") + Method);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("#pragma warning disable OAUTH2003\n" + InMethod("""_ = new Dictionary<string, string> { ["code_challenge_method"] = "plain" };"""));

    private const string Hash = "System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(codeVerifier)))";

    private const string Method = "\nenum Method { Plain, S256 }";

    private static string InMethod(string statement) => $$"""
        using System.Collections.Generic;
        class C
        {
            void M(string id, string state, string challenge, string codeVerifier, Method method, IDictionary<string, string> form)
            {
        {{statement}}
            }
        }
        """;
}
