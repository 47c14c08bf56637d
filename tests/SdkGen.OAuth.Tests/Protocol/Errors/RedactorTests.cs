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
    [InlineData("see https://idp.example/errors/abcdefgh1.abcdefgh2.abcdefgh3", "", "see https://idp.example/errors/[redacted]")]
    [InlineData("a path //idp/1234567890abcdefgh is no address", "", "a path [redacted] is no address")]
    [InlineData("neither is id:abcdefgh1.abcdefgh2.abcdefgh3", "", "neither is id:[redacted]")]
    public void Secrets_are_taken_out(string text, string secret, string expected) =>
        Assert.Equal(expected, Redactor.Clean(text, [secret]));

    [Theory]
    [InlineData("The authorization code has expired or was already used.")]
    [InlineData("AADSTS70008. Trace ID: 8f2a1c7e-0d4b-4f39-9a68-1f2e3d4c5b6a Correlation ID: 11111111-2222-3333-4444-555555555555.")]
    [InlineData("unsupported_grant_type: urn:ietf:params:oauth:grant-type:device_code")]
    [InlineData("error code: 42, see the documentation")]
    [InlineData("https://documentation.openiddict.com/errors/ID2055")]
    [InlineData("see https://learn.microsoft.com/azure/error-50011/a1 and http://127.0.0.1:8080/b2/c3/d4/e5/f6/g7.")]
    [InlineData("see https://errors.id1.example-of-a-provider.example.com/x")]
    [InlineData("<code>invalid_client</code>")]
    public void What_a_developer_needs_stays(string text) => Assert.Equal(text, Redactor.Clean(text, []));

    [Theory]
    [InlineData("abcd", "say [redacted]!", "say abcd!")]
    [InlineData("abc", "say abc!", "say abc!")]
    public void A_secret_has_four_characters_at_least(string secret, string expected, string text) => Assert.Equal(expected, Redactor.Clean(text, [secret]));

    [Theory]
    [InlineData("a1b2c3d4e5f6g7h8i9j0k1l2", "[redacted]")]
    [InlineData("a1b2c3d4e5f6g7h8i9j0k1l", "a1b2c3d4e5f6g7h8i9j0k1l")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyz")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("(a1b2c3d4e5f6g7h8i9j0k1l2)", "([redacted])")]
    [InlineData("a1b2c3d4e5f6g7h8i9j0k1l2 and Z9-_.~+/=Z9-_.~+/=Z9-_.~+/=", "[redacted] and [redacted]")]
    [InlineData("8f2a1c7e-0d4b-4f39-9a68-1f2e3d4c5b6a.", "8f2a1c7e-0d4b-4f39-9a68-1f2e3d4c5b6a.")]
    public void What_looks_like_a_token_is_long_and_has_letters_and_digits(string text, string expected) => Assert.Equal(expected, Redactor.Clean(text, []));

    [Theory]
    [InlineData("12345", 5, "12345")]
    [InlineData("123456", 5, "12345…")]
    [InlineData("1234\n6", 5, "1234 …")]
    [InlineData("  12  ", 5, "12")]
    public void A_text_is_kept_up_to_its_bound(string text, int bound, string expected) => Assert.Equal(expected, Redactor.Clean(text, [], bound));

    [Theory]
    [InlineData("https://a.example/p?q=1", "https://a.example/p")]
    [InlineData("https://a.example/p#f", "https://a.example/p")]
    [InlineData("https://a.example/p#f?q", "https://a.example/p")]
    [InlineData("https://user:password@a.example/p", "https://a.example/p")]
    [InlineData("https://user:password@a.example", "https://a.example")]
    [InlineData("https://a@b@c.example/p", "https://c.example/p")]
    [InlineData("https://@a.example/p", "https://a.example/p")]
    [InlineData("https://", "https://")]
    [InlineData("file:///a@b", "file:///a@b")]
    [InlineData("https://a.example/@p", "https://a.example/@p")]
    [InlineData("https://a.example\\@p", "https://a.example\\@p")]
    [InlineData("://user@a", "://a")]
    [InlineData("user@a.example/p?q", "user@a.example/p")]
    [InlineData("/p?q", "/p")]
    [InlineData("?q=1", "")]
    [InlineData("", "")]
    public void A_URL_is_shown_without_user_query_and_fragment(string url, string shown) => Assert.Equal(shown, Redactor.WithoutQuery(url));

    [Fact]
    public void A_secret_is_found_anywhere_in_what_was_thrown()
    {
        Assert.False(Redactor.Shows(null, ["secret-1"]));
        Assert.False(Redactor.Shows(new InvalidOperationException("harmless", new IOException("harmless too")), ["secret-1"]));
        Assert.True(Redactor.Shows(new InvalidOperationException("it was secret-1"), ["other", "secret-1"]));
        Assert.True(Redactor.Shows(new InvalidOperationException("harmless", new IOException("it was secret-1")), ["secret-1"]));
        Assert.True(Redactor.Shows(new InvalidOperationException("harmless") { Data = { ["request"] = "secret-1" } }, ["secret-1"]));
        Assert.True(Redactor.Shows(new InvalidOperationException("harmless", new IOException("harmless") { Data = { ["request"] = "secret-1" } }), ["secret-1"]));
    }

    [Theory]
    [InlineData("a\"b-cd")]
    [InlineData("a\\\"b-cd")]
    [InlineData("a\\u0022b-cd")]
    [InlineData("a\\U0022B-CD")]
    [InlineData("a\\\\\\\"b-cd")]
    [InlineData("a\\\\u0022b-cd")]
    [InlineData("a%22b-cd")]
    [InlineData("a&quot;b-cd")]
    public void A_secret_is_known_in_each_form_in_which_it_is_echoed(string echo) =>
        Assert.Equal("it was [redacted] then", Redactor.Clean($"it was {echo} then", ["a\"b-cd"]));

    [Theory]
    [InlineData("access_token")]
    [InlineData("refresh_token")]
    [InlineData("id_token")]
    [InlineData("client_secret")]
    [InlineData("client_assertion")]
    [InlineData("code_verifier")]
    [InlineData("device_code")]
    [InlineData("subject_token")]
    [InlineData("actor_token")]
    [InlineData("assertion")]
    [InlineData("password")]
    [InlineData("secret")]
    [InlineData("token")]
    public void The_value_of_a_secret_name_is_not_shown(string name)
    {
        Assert.Equal($"{name}=[redacted]&x=1", Redactor.Clean($"{name}=abc&x=1", []));
        Assert.Equal($"{{\"{name}\":\"[redacted]\"}}", Redactor.Clean($"{{\"{name}\":\"abc\"}}", []));
        Assert.Equal($"<{name}>[redacted]</{name}>", Redactor.Clean($"<{name}>abc</{name}>", []));
    }

    [Theory]
    [InlineData("code: 42", "code: 42")]
    [InlineData("code:42", "code:[redacted]")]
    [InlineData("code:\"42\"", "code:\"[redacted]\"")]
    [InlineData("code='42' x", "code='[redacted]' x")]
    [InlineData("token=abc", "token=[redacted]")]
    [InlineData("say \"token=abc\" now", "say \"token=[redacted]\" now")]
    [InlineData("say 'token=abc' now", "say 'token=[redacted]' now")]
    [InlineData("TOKEN=abc;x", "TOKEN=[redacted];x")]
    [InlineData("secret=a,b", "secret=[redacted],b")]
    [InlineData("secret=", "secret=")]
    [InlineData("secret", "secret")]
    [InlineData("a secret is a secret", "a secret is a secret")]
    [InlineData("\"password\":\"", "\"password\":\"")]
    [InlineData("\"password\":\"unterminated", "\"password\":\"[redacted]")]
    [InlineData("password=a password=b", "password=[redacted] password=[redacted]")]
    public void The_value_behind_a_secret_name_ends_where_it_has_to(string text, string expected) => Assert.Equal(expected, Redactor.Clean(text, []));

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
