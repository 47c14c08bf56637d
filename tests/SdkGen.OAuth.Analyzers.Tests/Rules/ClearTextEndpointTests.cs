using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH4001 in code. On interfaces, see the rules on declarations.</summary>
public sealed class ClearTextEndpointTests
{
    [Theory]
    [InlineData("""var url = {|OAUTH4001:"http://login.acme.example/oauth/authorize"|};""")]
    [InlineData("""var url = {|OAUTH4001:"http://login.acme.example/token?x=1"|};""")]
    [InlineData("""var url = {|OAUTH4001:"http://login.acme.example/connect/userinfo?schema="|} + schema;""")]
    [InlineData("""var url = $"{|OAUTH4001:http://login.acme.example/|}{tenant}/oauth2/token";""")]
    [InlineData("""options.Authority = {|OAUTH4001:"http://login.acme.example"|};""")]
    [InlineData("""const string TokenEndpoint = {|OAUTH4001:"http://login.acme.example/api/t"|};""")]
    [InlineData("""Configure(authorizationUrl: {|OAUTH4001:"http://login.acme.example/start"|});""")]
    public Task An_endpoint_in_clear_text_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""var url = "https://login.acme.example/oauth/authorize";""")]
    [InlineData("""var url = "http://localhost:8080/oauth/authorize";""")]
    [InlineData("""var url = "http://127.0.0.1:8080/oauth/token";""")]
    [InlineData("""var url = "http://[::1]:8080/oauth/token";""")]
    [InlineData("""options.Authority = "http://identity";""")]
    [InlineData("""options.Authority = "http://keycloak:8080/realms/acme";""")]
    [InlineData("""options.Authority = "http://login.acme.local";""")]
    [InlineData("""const string TokenClaim = "http://schemas.acme.example/identity/system_token";""")]
    [InlineData("""const string Claim = "http://acme.example/claims/token";""")]
    [InlineData("""const string Namespace = "http://specs.openid.net/auth/2.0";""")]
    [InlineData("""const string Help = "http://developers.acme.example/docs/oauth/";""")]
    [InlineData("""var url = "http://www.acme.example/index.html";""")]
    [InlineData("""var redirectUrl = "http://127.0.0.1:5000/";""")]
    public Task Loopback_names_and_other_urls_are_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH4001 // A network of our own.
        var url = "http://login.acme.example/oauth/authorize";
        #pragma warning restore OAUTH4001
        """));

    [Fact]
    public Task The_fix_writes_https() => Verify.CodeFixAsync<OAuthCodeAnalyzer, UseHttpsCodeFixProvider>(
        InMethod("""
            var a = {|OAUTH4001:"http://login.acme.example/oauth/authorize"|};
            var b = {|OAUTH4001:@"http://login.acme.example/oauth/token?tenant="|} + a;
            var c = $"{|OAUTH4001:http://login.acme.example/oauth/token?tenant=|}{a}";
        """),
        InMethod("""
            var a = "https://login.acme.example/oauth/authorize";
            var b = @"https://login.acme.example/oauth/token?tenant=" + a;
            var c = $"https://login.acme.example/oauth/token?tenant={a}";
        """),
        iterations: 3);

    private static string InMethod(string statement) => $$"""
        class C
        {
            // OAuth
            void M()
            {
        {{statement}}
            }
        }
        """;
}
