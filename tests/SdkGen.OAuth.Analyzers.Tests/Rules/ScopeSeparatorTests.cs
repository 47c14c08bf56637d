using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH8005.</summary>
public sealed class ScopeSeparatorTests
{
    [Theory]
    [InlineData("""_ = new Dictionary<string, string> { ["scope"] = {|OAUTH8005:"openid,offline"|} };""")]
    [InlineData("""_ = new Dictionary<string, string> { ["scope"] = {|OAUTH8005:"openid, profile"|} };""")]
    [InlineData("""_ = new { client_id = id, scope = {|OAUTH8005:"openid;email"|} };""")]
    [InlineData("""_ = {|OAUTH8005:"https://acme.example/oauth2/auth?response_type=code&scope=openid,offline&client_id="|} + id;""")]
    [InlineData("""_ = {|OAUTH8005:"https://acme.example/oauth2/auth?response_type=code&scope=openid%2Coffline&client_id="|} + id;""")]
    [InlineData("""options.Scope = {|OAUTH8005:"openid,profile"|};""")]
    public Task A_comma_is_no_separator(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""_ = new { client_id = id, scope = "openid offline" };""")]
    [InlineData("""_ = new { client_id = id, scope = "openid" };""")]
    [InlineData("""_ = new { scope = "global, local" };""")]
    [InlineData("""_ = new { scope = "a,b" };""")]
    [InlineData("""_ = new { client_id = id, scope = "https://acme.example/a,b https://acme.example/c" };""")]
    [InlineData("""query.ShouldContainKeyAndValue("scope", "openid,profile");""")]
    [InlineData("""var url = "https://www.facebook.com/dialog/oauth"; _ = new { client_id = id, scope = "email,public_profile" };""")]
    [InlineData("""var url = "https://slack.com/oauth/v2/authorize"; _ = new { client_id = id, scope = "chat:write,channels:read" };""")]
    public Task A_space_is_and_so_is_what_the_provider_wants(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public async Task Without_openid_it_weighs_less() => Assert.Equal(
        ["info OAUTH8005 \"orders.read,orders.write\""],
        await Findings.InCodeAsync(InMethod("""_ = new { client_id = id, scope = "orders.read,orders.write" };""")));

    [Fact]
    public Task The_fix_writes_spaces() => Verify.CodeFixAsync<OAuthCodeAnalyzer, SeparateScopesCodeFixProvider>(
        InMethod("""_ = new System.Collections.Generic.Dictionary<string, string> { ["scope"] = {|OAUTH8005:"openid, offline,profile"|} };"""),
        InMethod("""_ = new System.Collections.Generic.Dictionary<string, string> { ["scope"] = "openid offline profile" };"""));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""

        #pragma warning disable OAUTH8005 // The provider wants commas.
        options.Scope = "openid,profile";
        #pragma warning restore OAUTH8005

        """));

    private static string InMethod(string statement) => $$"""class C { string clientId = ""; void M(string id) { {{statement}} } }""";
}
