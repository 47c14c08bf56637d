using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH2004.</summary>
public sealed class MissingChallengeTests
{
    private const string Options = "class OAuthOptions { public bool UsePkce { get; set; } = true; public string ClientSecret { get; set; } = \"\"; public string ClientId { get; set; } = \"\"; }";

    [Theory]
    [InlineData("""{|OAUTH2004:options.UsePkce = false|};""")]
    [InlineData("""_ = new Dictionary<string, string> { [{|OAUTH2004:"grant_type"|}] = "authorization_code", ["code"] = code, ["client_id"] = id, ["redirect_uri"] = uri };""")]
    [InlineData("""_ = $"client_id={id}{|OAUTH2004:&grant_type=authorization_code&code=|}{code}";""")]
    public Task A_code_that_anybody_can_redeem_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""options.UsePkce = true;""")]
    [InlineData("""options.UsePkce = !legacy;""")]
    [InlineData("""_ = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["client_id"] = id, ["client_secret"] = password };""")]
    [InlineData("""_ = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["client_id"] = id, ["code_verifier"] = password };""")]
    [InlineData("""http.Authorization = new("Basic", password); _ = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["client_id"] = id };""")]
    [InlineData("""_ = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code };""")]
    [InlineData("""_ = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["client_id"] = id };""")]
    public Task A_verifier_or_a_secret_is_enough(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("#pragma warning disable OAUTH2004\n" + InMethod("options.UsePkce = false;"));

    [Fact]
    public Task A_statement_is_removed() => Verify.CodeFixAsync<OAuthCodeAnalyzer, LeavePkceOnCodeFixProvider>(
        Options + "class C { void M(OAuthOptions options) { {|OAUTH2004:options.UsePkce = false|}; M(options); } }",
        Options + "class C { void M(OAuthOptions options) { M(options); } }");

    [Fact]
    public Task A_member_of_an_initializer_is_removed() => Verify.CodeFixAsync<OAuthCodeAnalyzer, LeavePkceOnCodeFixProvider>(
        Options + "class C { OAuthOptions M() => new() { ClientId = \"acme\", {|OAUTH2004:UsePkce = false|} }; }",
        Options + "class C { OAuthOptions M() => new() { ClientId = \"acme\"}; }");

    private static string InMethod(string statement) => $$"""
        using System.Collections.Generic;
        class OAuthC
        {
            void M(OAuthOptions options, string id, string code, string uri, string password, bool legacy, Headers http)
            {
        {{statement}}
            }
        }
        """;
}
