using SdkGen.OAuth.Protocol;
using static SdkGen.OAuth.Tests.OneHole;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What may fill the holes of templates: each place takes what belongs there, and nothing that would be more.</summary>
public sealed class TemplateTests
{
    [Theory]
    [InlineData("https://{a}.example.com/x", "acme", "https://acme.example.com/x")]
    [InlineData("https://{a}/x", "id.acme.eu", "https://id.acme.eu/x")]
    [InlineData("https://{a}/x", "id.acme.eu:8443", "https://id.acme.eu:8443/x")]
    [InlineData("https://{a}/x", "id.acme.eu:65535", "https://id.acme.eu:65535/x")]
    [InlineData("https://{a}-1.example.com/x", "a-b-9", "https://a-b-9-1.example.com/x")]
    [InlineData("https://id.example.com/x#{a}", "a b", "https://id.example.com/x#a%20b")]
    [InlineData("https://id.example.com/{a}", "..a", "https://id.example.com/..a")]
    [InlineData("https://id.example.com/{a}/x", "My Realm", "https://id.example.com/My%20Realm/x")]
    [InlineData("https://id.example.com/x?t={a}", "a&b=c#d", "https://id.example.com/x?t=a%26b%3Dc%23d")]
    [InlineData("https://id.example.com/{a}/x", "%2e%2e", "https://id.example.com/%252e%252e/x")]
    [InlineData("https://id.example.com/{a}/x", "a%2fb?c#d", "https://id.example.com/a%252fb%3Fc%23d/x")]
    [InlineData("https://id.example.com/{a}/x", "\uFF0E\uFF0E", "https://id.example.com/%EF%BC%8E%EF%BC%8E/x")]
    [InlineData("{a}/x", "https://id.example.com/base", "https://id.example.com/base/x")]
    [InlineData("{a}/x", "https://id.example.com/base/", "https://id.example.com/base/x")]
    [InlineData("{a}", "https://id.example.com/", "https://id.example.com/")]
    [InlineData("{a}/x", "http://127.0.0.1:5225", "http://127.0.0.1:5225/x")]
    [InlineData("{a}/x", "http://localhost:5225", "http://localhost:5225/x")]
    [InlineData("{a}/x", "http://[::1]:5225", "http://[::1]:5225/x")]
    public void A_value_that_fits_its_place_fills_it(string template, string value, string url) =>
        Assert.Equal(url, Expand(template, value));

    [Theory]
    [InlineData("https://{a}.example.com/x", "evil.com/#")]
    [InlineData("https://{a}.example.com/x", "evil.com")]
    [InlineData("https://{a}.example.com/x", "a@b")]
    [InlineData("https://{a}.example.com/x", "a\\b")]
    [InlineData("https://{a}.example.com/x", "-a")]
    [InlineData("https://{a}.example.com/x", "a-")]
    [InlineData("https://{a}.example.com/x", "a_b")]
    [InlineData("https://{a}/x", "evil.com:")]
    [InlineData("https://{a}/x", ":443")]
    [InlineData("https://{a}/x", ".evil.com")]
    [InlineData("https://id.example.com/{a}/x", "a/")]
    [InlineData("https://{a}.example.com/x", "a ")]
    [InlineData("https://{a}.example.com/x", "")]
    [InlineData("https://{a}.example.com/x", "evil%2ecom")]
    [InlineData("https://{a}.example.com/x", "evil\u3002com")]
    [InlineData("https://{a}.example.com/x", "\uFF45vil")]
    [InlineData("https://{a}.example.com/x", "\u0435vil")]
    [InlineData("https://{a}.example.com/x", "a\u00ADb")]
    [InlineData("https://{a}.example.com/x", "a\0")]
    [InlineData("https://{a}.example.com/x", "a:80")]
    [InlineData("https://{a}/x", "evil.com:65536")]
    [InlineData("https://{a}/x", "evil.com:+80")]
    [InlineData("https://{a}/x", "evil.com:80:80")]
    [InlineData("https://{a}/x", "[::1]")]
    [InlineData("https://{a}/x", "[::ffff:evil]")]
    [InlineData("https://{a}/x", "evil.com/")]
    [InlineData("https://{a}/x", "evil.com\t")]
    [InlineData("https://id.example.com/{a}/x", "a\0b")]
    [InlineData("https://id.example.com/{a}/x", "../..")]
    [InlineData("{a}/x", "https://evil.example\\@id.example.com")]
    [InlineData("{a}/x", "https:evil.example")]
    [InlineData("{a}/x", "javascript://evil.example")]
    [InlineData("{a}/x", "http://localhost.evil.example")]
    [InlineData("{a}/x", "http://127.0.0.1.evil.example")]
    [InlineData("https://{a}/x", "evil.com/#")]
    [InlineData("https://{a}/x", "user@evil.com")]
    [InlineData("https://{a}/x", "evil.com?")]
    [InlineData("https://{a}/x", "evil.com:port")]
    [InlineData("https://{a}/x", "evil..com")]
    [InlineData("https://id.example.com/{a}/x", "..")]
    [InlineData("https://id.example.com/{a}/x", ".")]
    [InlineData("https://id.example.com/{a}/x", "a/b")]
    [InlineData("https://id.example.com/{a}/x", "a\\b")]
    [InlineData("https://id.example.com/{a}/x", "a\nb")]
    [InlineData("{a}/x", "http://evil.example")]
    [InlineData("{a}/x", "ftp://evil.example")]
    [InlineData("{a}/x", "//evil.example")]
    [InlineData("{a}/x", "evil.example")]
    [InlineData("{a}/x", "https://evil.example/?x=")]
    [InlineData("{a}/x", "https://evil.example/#")]
    [InlineData("{a}/x", "https://user@evil.example")]
    [InlineData("{a}/x", "https://")]
    [InlineData("{a}/x", "https:///evil.example")]
    [InlineData("{a}/x", "https:/evil.example")]
    [InlineData("{a}/x", "https://:443")]
    [InlineData("{a}/x", "https://@")]
    [InlineData("{a}/x", "https://.")]
    public void A_value_that_would_be_more_than_its_place_is_refused(string template, string value)
    {
        var exception = Assert.Throws<TemplateException>(() => Expand(template, value));

        Assert.DoesNotContain("evil", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://{a}.example.com/x", 63, true)]
    [InlineData("https://{a}.example.com/x", 64, false)]
    [InlineData("https://{a}/x", 63, true)]
    [InlineData("https://{a}/x", 64, false)]
    public void A_label_of_a_host_has_63_characters_at_most(string template, int length, bool fits)
    {
        var value = new string('a', length);
        if (fits)
        {
            Assert.Contains(value, Expand(template, value), StringComparison.Ordinal);
        }
        else
        {
            Assert.Throws<TemplateException>(() => Expand(template, value));
        }
    }

    [Theory]
    [InlineData(253, true)]
    [InlineData(254, false)]
    public void A_host_has_253_characters_at_most(int length, bool fits)
    {
        var value = string.Join('.', Enumerable.Repeat(new string('a', 49), 5)) + "." + new string('a', length - 250);
        Assert.Equal(length, value.Length);
        if (fits)
        {
            Assert.Equal($"https://{value}/x", Expand("https://{a}/x", value));
        }
        else
        {
            Assert.Throws<TemplateException>(() => Expand("https://{a}/x", value));
        }
    }

    [Theory]
    [InlineData("http://id.example.com/x")]
    [InlineData("/x")]
    [InlineData("https:///x")]
    [InlineData("https://user:password@id.example.com/x")]
    public void A_constant_that_is_no_secure_URL_is_refused(string template) =>
        Assert.DoesNotContain("password", Assert.Throws<TemplateException>(() => Expand(template, "")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_pattern_restricts_and_widens_a_place()
    {
        var variable = new OAuthVariableAttribute("a") { Pattern = "[a-z]+(/[a-z]+)?" };

        Assert.Equal("https://id.example.com/x/y", Expand("https://id.example.com/{a}", "x/y", variable));
        Assert.Throws<TemplateException>(() => Expand("https://id.example.com/{a}", "1", variable));
        Assert.Throws<TemplateException>(() => Expand("https://id.example.com/{a}", "x\n", variable));
    }

    [Fact]
    public void A_pattern_of_everything_does_not_open_the_host()
    {
        var variable = new OAuthVariableAttribute("a") { Pattern = ".*" };

        Assert.Throws<TemplateException>(() => Expand("https://{a}.example.com", "evil.com/#", variable));
        Assert.Throws<TemplateException>(() => Expand("https://id.example.com/{a}", "../x", variable));
    }

    [Fact]
    public void Listed_values_are_the_only_ones()
    {
        var variable = new OAuthVariableAttribute("a") { Values = ["eu=zoho.eu", "com=zoho.com"], Default = "com" };

        Assert.Equal("https://accounts.zoho.eu/x", Expand("https://accounts.{a}/x", "eu", variable));
        Assert.Equal("https://accounts.zoho.com/x", Expand("https://accounts.{a}/x", "", variable));
        Assert.Throws<TemplateException>(() => Expand("https://accounts.{a}/x", "evil.com", variable));
    }

    [Theory]
    [InlineData("query { viewer { id } }")]
    [InlineData("{\"a\": {\"b\": 1}}")]
    [InlineData("{}")]
    [InlineData("{1}")]
    [InlineData("{a b}")]
    [InlineData("{a")]
    public void Braces_that_hold_no_name_are_braces(string text) =>
        Assert.Equal(text, new OAuthTemplate(text).Expand(Values(null)));

    [Fact]
    public void An_optional_hole_without_a_value_leaves_the_whole_parameter_out()
    {
        Assert.Null(new OAuthTemplate("team:{a?}").Expand(Values(null)));
        Assert.Equal("team:x", new OAuthTemplate("team:{a?}").Expand(Values("x")));
    }

    [Fact]
    public void The_values_of_a_composed_client_id_are_encoded() =>
        Assert.Equal(
            "tenant=a%26product%3Db&product=x",
            new OAuthTemplate("tenant={a}&product=x").Expand(Values("a&product=b"), encode: true));

    private static string Expand(string template, string value, OAuthVariableAttribute? variable = null) =>
        new UrlTemplate(template).Expand(Values(value.Length == 0 ? null : value, variable));
}
