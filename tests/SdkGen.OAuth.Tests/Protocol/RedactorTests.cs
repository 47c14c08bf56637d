using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What a stranger wrote is cleaned before anybody reads it.</summary>
public sealed class RedactorTests
{
    [Theory]
    [InlineData("the code abc123def is unknown", "abc123def", "the code [redacted] is unknown")]
    [InlineData("echo p%40ss%20word", "p@ss word", "echo [redacted]")]
    [InlineData("{\"access_token\":\"short\",\"x\":1}", "", "{\"access_token\":\"[redacted]\",\"x\":1}")]
    [InlineData("{\"refresh_token\" : \"short\"}", "", "{\"refresh_token\" : \"[redacted]\"}")]
    [InlineData("client_secret=abc&x=1", "", "client_secret=[redacted]&x=1")]
    [InlineData("code=abc", "", "code=[redacted]")]
    [InlineData("client_secret=my+secret%21", "my secret!", "client_secret=[redacted]")]
    [InlineData("the form my+secret%21 is wrong", "my secret!", "the form [redacted] is wrong")]
    [InlineData("{\"password\":\"with, a {brace} & a blank\"}", "", "{\"password\":\"[redacted]\"}")]
    [InlineData("{\"password\":\"with a \\\"quote\\\" in it\",\"x\":1}", "", "{\"password\":\"[redacted]\",\"x\":1}")]
    [InlineData("{\"log\":\"{\\\"code\\\":\\\"abc\\\"} was sent\"}", "", "{\"log\":\"{\\\"code\\\":\\\"[redacted]\\\"} was sent\"}")]
    [InlineData("<access_token>abc</access_token>", "", "<access_token>[redacted]</access_token>")]
    [InlineData("<b>a &lt;b&gt; c</b>", "a <b> c", "<b>[redacted]</b>")]
    [InlineData("token eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UifQ.c2ln rejected", "", "token [redacted] rejected")]
    [InlineData("ory_at_1234567890abcdefghij.klmnop is revoked", "", "[redacted] is revoked")]
    [InlineData("see https://idp.example/errors/1234567890abcdefghijklmnop/more", "", "see https://idp.example/errors/[redacted]/more")]
    [InlineData("see https://1234567890abcdefghijklmnop.example/", "", "see https://[redacted].example/")]
    [InlineData("a path //idp/1234567890abcdefgh is no address", "", "a path [redacted] is no address")]
    public void Secrets_are_taken_out(string text, string secret, string expected) =>
        Assert.Equal(expected, Redactor.Clean(text, [secret]));

    [Theory]
    [InlineData("The authorization code has expired or was already used.")]
    [InlineData("AADSTS70008. Trace ID: 8f2a1c7e-0d4b-4f39-9a68-1f2e3d4c5b6a Correlation ID: 11111111-2222-3333-4444-555555555555.")]
    [InlineData("unsupported_grant_type: urn:ietf:params:oauth:grant-type:device_code")]
    [InlineData("error code: 42, see the documentation")]
    [InlineData("https://documentation.openiddict.com/errors/ID2055")]
    [InlineData("see https://learn.microsoft.com/azure/error-50011/a1 and http://127.0.0.1:8080/b2/c3/d4/e5/f6/g7.")]
    [InlineData("<code>invalid_client</code>")]
    public void What_a_developer_needs_stays(string text) => Assert.Equal(text, Redactor.Clean(text, []));

    [Fact]
    public void Line_breaks_and_control_characters_cannot_forge_a_log() =>
        Assert.Equal("a b c d", Redactor.Clean("a\r\nb\u0007\tc\u2028d", []));

    [Fact]
    public void A_long_text_is_bounded()
    {
        var clean = Redactor.Clean(string.Concat(Enumerable.Repeat("word ", 200)), [], 50)!;

        Assert.True(clean.Length <= 51);
        Assert.EndsWith("…", clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n ")]
    public void Nothing_is_nothing(string? text) => Assert.Null(Redactor.Clean(text, []));
}
