namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH7003: the user signs in within a browser that the application controls.</summary>
public sealed class EmbeddedBrowserTests
{
    [Theory]
    [InlineData("""var url = $"https://login.acme.example/authorize?response_type=code&client_id={id}"; {|OAUTH7003:webView.Navigate|}(url);""")]
    [InlineData("""{|OAUTH7003:webBrowser.Navigate|}(new Uri($"https://login.acme.example/oauth/authorize?client_id={id}"));""")]
    [InlineData("""{|OAUTH7003:webView.CoreWebView2.Navigate|}(options.StartUrl); // of OAuth""")]
    [InlineData("""{|OAUTH7003:webView.Source|} = new Uri(authorizationUrl);""")]
    [InlineData("""{|OAUTH7003:MyWebView.LoadUrl|}(oauthUrl);""")]
    [InlineData("""var result = app.AcquireTokenInteractive(scopes).{|OAUTH7003:WithUseEmbeddedWebView|}(true); // OAuth""")]
    public Task An_authorization_request_in_it_is_reported(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""webView.Navigate("https://acme.example/help"); // no OAuth""")]
    [InlineData("""frame.Navigate(authorizationUrl);""")]
    [InlineData("""Process.Start(new ProcessStartInfo(authorizationUrl) { UseShellExecute = true });""")]
    [InlineData("""var result = app.AcquireTokenInteractive(scopes).WithUseEmbeddedWebView(false); // OAuth""")]
    public Task Other_pages_and_the_browser_of_the_system_are_not(string code) => Verify.CodeAsync(InCode.Method(code));

    [Fact]
    public Task Tests_are_left_alone_unless_that_is_wanted() => Verify.CodeAsync("using Xunit;\n" + InCode.Method("""webView.Navigate(oauthUrl);"""));

    [Theory]
    [InlineData("on")]
    [InlineData("info")]
    public Task Tests_are_looked_at_if_that_is_wanted(string value) =>
        Verify.CodeAsync("using Xunit;\n" + InCode.Method("""{|OAUTH7003:webView.Navigate|}(oauthUrl);"""), [], "sdkgen_oauth.test_projects = " + value);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Method("""
        #pragma warning disable OAUTH7003 // The reason.
        webView.Navigate(oauthUrl);
        #pragma warning restore OAUTH7003
        """));
}
