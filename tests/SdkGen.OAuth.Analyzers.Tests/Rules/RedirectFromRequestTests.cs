using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH4004.</summary>
public sealed class RedirectFromRequestTests
{
    [Theory]
    [InlineData("""return Redirect({|OAUTH4004:returnUrl|});""")]
    [InlineData("""var target = Request.Query["returnUrl"]; return Redirect({|OAUTH4004:target|});""")]
    [InlineData("""return {|OAUTH4004:Redirect|}($"{returnUrl}?client_id=a&response_type=code&state={state}");""")]
    [InlineData("""if (returnUrl.StartsWith(Base)) { return {|OAUTH4004:Redirect|}(string.Format("{0}?client_id={1}&state={2}", returnUrl, id, state)); }""")]
    public Task A_redirect_to_wherever_the_request_says_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""return LocalRedirect(returnUrl);""")]
    [InlineData("""if (Url.IsLocalUrl(returnUrl)) { return Redirect(returnUrl); } return null;""")]
    [InlineData("""if (!_interaction.IsValidReturnUrl(returnUrl)) { return null; } return Redirect(returnUrl);""")]
    [InlineData("""return Redirect("/home?from=" + returnUrl);""")]
    [InlineData("""return Redirect("~/");""")]
    [InlineData("""return Redirect(_options.HomePage);""")]
    [InlineData("""if (returnUrl == "https://login.acme.example/authorize") { return Redirect($"{returnUrl}?client_id=a&state={state}"); } return null;""")]
    public Task Checked_and_local_targets_are_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH4004 // A filter checks it.
        return Redirect(returnUrl);
        #pragma warning restore OAUTH4004
        """));

    [Fact]
    public Task The_fix_redirects_within_the_site() => Verify.CodeFixAsync<OAuthCodeAnalyzer, LocalRedirectCodeFixProvider>(
        InMethod("return Redirect({|OAUTH4004:returnUrl|});"),
        InMethod("return LocalRedirect(returnUrl);"));

    private static string InMethod(string statement) => $$"""
        // OAuth
        public abstract class Controller
        {
            protected object Redirect(string url) => url;
            protected object LocalRedirect(string url) => url;
        }
        public class LoginController : Controller
        {
            public object Callback(string code, string state, string returnUrl)
            {
        {{statement}}
            }
        }
        """;
}
