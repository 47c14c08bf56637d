using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What may be a redirect URI (RFC 6749 section 3.1.2, RFC 8252 section 7, RFC 9700 section 2.1), and why something is none.</summary>
public sealed class RedirectUriRuleTests
{
    [Theory]
    [InlineData("https://app.example/cb")]
    [InlineData("https://app.example/cb?tenant=a%20b")]
    [InlineData("http://127.0.0.1:4711/cb")]
    [InlineData("http://127.8.9.10/cb")]
    [InlineData("http://[::1]/cb")]
    [InlineData("http://localhost/cb")]
    [InlineData("com.example.app:/cb")]
    public void These_are_redirect_URIs(string uri) => RedirectUriRule.Check(new(uri, UriKind.RelativeOrAbsolute));

    [Theory]
    [InlineData("cb", "relative")]
    [InlineData("https://app.example/cb#", "fragment")]
    [InlineData("https://app.example/cb#f", "fragment")]
    [InlineData("https://user@app.example/cb", "user name")]
    [InlineData("http://app.example/cb", "plain http")]
    [InlineData("http://localhost.example/cb", "plain http")]
    [InlineData("http://127.0.0.1.example/cb", "plain http")]
    [InlineData("http://10.0.0.1/cb", "plain http")]
    [InlineData("com.example.app://cb", "one slash")]
    [InlineData("app:/cb", "without a dot")]
    [InlineData("javascript:alert(1)", "without a dot")]
    public void These_are_none_and_the_reason_is_said(string uri, string reason)
    {
        var exception = Assert.Throws<ArgumentException>(() => RedirectUriRule.Check(new(uri, UriKind.RelativeOrAbsolute)));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("user@", exception.Message, StringComparison.Ordinal);
    }
}
