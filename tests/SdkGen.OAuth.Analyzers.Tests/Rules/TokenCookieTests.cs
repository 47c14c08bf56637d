using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH5006.</summary>
public sealed class TokenCookieTests
{
    private const string Types = """

        namespace Microsoft.AspNetCore.Http
        {
            public sealed class CookieOptions { public bool HttpOnly { get; set; } public bool Secure { get; set; } public string? Path { get; set; } }
            public interface IResponseCookies { void Append(string key, string value); void Append(string key, string value, CookieOptions options); }
            public interface IHttpResponse { IResponseCookies Cookies { get; } }
        }
        """;

    [Theory]
    [InlineData("""{|OAUTH5006:response.Cookies.Append("access_token", accessToken)|};""")]
    [InlineData("""{|OAUTH5006:response.Cookies.Append("s", accessToken, new CookieOptions { HttpOnly = true })|};""")]
    [InlineData("""{|OAUTH5006:response.Cookies.Append("s", accessToken, new CookieOptions { HttpOnly = false, Secure = true })|};""")]
    [InlineData("""var options = new CookieOptions { Secure = true }; {|OAUTH5006:response.Cookies.Append("s", accessToken, options)|};""")]
    public Task A_cookie_that_others_can_read_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""response.Cookies.Append("s", accessToken, new CookieOptions { HttpOnly = true, Secure = true });""")]
    [InlineData("""var options = new CookieOptions(); options.HttpOnly = true; options.Secure = true; response.Cookies.Append("s", accessToken, options);""")]
    [InlineData("""response.Cookies.Append("s", accessToken, Options());""")]
    [InlineData("""response.Cookies.Append("theme", "dark");""")]
    [InlineData("""response.Cookies.Append("XSRF-TOKEN", csrfToken);""")]
    public Task Closed_cookies_and_others_are_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH5006 // The page's script renews it.
        response.Cookies.Append("access_token", accessToken);
        #pragma warning restore OAUTH5006
        """));

    [Fact]
    public Task The_fix_sets_both_flags() => Verify.CodeFixAsync<OAuthCodeAnalyzer, CookieOptionsCodeFixProvider>(
        InMethod("""
            {|OAUTH5006:response.Cookies.Append("s", accessToken)|};
            {|OAUTH5006:response.Cookies.Append("s", accessToken, new CookieOptions { Path = "/", Secure = false })|};
        """) + Types,
        InMethod("""
            response.Cookies.Append("s", accessToken, new Microsoft.AspNetCore.Http.CookieOptions { HttpOnly = true, Secure = true });
            response.Cookies.Append("s", accessToken, new CookieOptions { Path = "/", HttpOnly = true, Secure = true });
        """) + Types,
        iterations: 2);

    [Fact]
    public Task The_fix_knows_the_cookies_of_classic_ASP_NET() => Verify.CodeFixAsync<OAuthCodeAnalyzer, CookieOptionsCodeFixProvider>(
        Classic("""{|OAUTH5006:new HttpCookie("token", accessToken)|}"""), Classic("""new HttpCookie("token", accessToken) { HttpOnly = true, Secure = true }"""));

    private static string Classic(string cookie) => $$"""
        public class HttpCookie(string name, string value) { public string Name { get; } = name; public string Value { get; } = value; public bool HttpOnly { get; set; } public bool Secure { get; set; } }
        class C
        {
            HttpCookie M(string accessToken) => {{cookie}};
        }
        """;

    private static string InMethod(string statement) => $$"""
        using Microsoft.AspNetCore.Http;
        class C
        {
            void M(IHttpResponse response, string accessToken)
            {
        {{statement}}
            }
        }
        """;
}
