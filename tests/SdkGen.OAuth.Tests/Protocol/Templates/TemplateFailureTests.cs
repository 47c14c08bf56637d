using SdkGen.OAuth.Protocol;
using static SdkGen.OAuth.Tests.OneHole;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What is said of a template that cannot be filled: which hole it is and what belongs there, never the value.</summary>
public sealed class TemplateFailureTests
{
    private const string Url = "an absolute https URL without query and fragment";
    private const string Label = "one label of a host name";
    private const string Host = "a host name";
    private const string Segment = "one segment of a path";

    [Theory]
    [InlineData("{a}/x", "http://evil.example", Url)]
    [InlineData("{a}/x", "https://evil.example/?x=", Url)]
    [InlineData("{a}/x", "https://evil.example/#", Url)]
    [InlineData("{a}/x", "https://evil.example/\\x", Url)]
    [InlineData("https://{a}/x", "evil.example/#", Host)]
    [InlineData("https://{a}/x", "evil.example:", Host)]
    [InlineData("https://{a}.example/x", "evil.example", Label)]
    [InlineData("https://id.example/{a}", "evil/x", Segment)]
    [InlineData("https://id.example/{a}", "..", Segment)]
    [InlineData("https://id.example/{a}", "evil\\x", Segment)]
    [InlineData("https://id.example/{a}", "evil\tx", Segment)]
    public void A_value_that_does_not_belong_there_is_named_by_its_hole_and_its_place(string template, string value, string place) =>
        Assert.Equal($"the value of '{{a}}' is not {place}", Message(template, Values(value)));

    [Theory]
    [InlineData("{a}/x", "http://evil.example", Url)]
    [InlineData("https://{a}/x", "evil.example/#", Host)]
    [InlineData("https://{a}.example/x", "evil/#", Host)]
    [InlineData("https://id.example/{a}", "x//y", Segment)]
    [InlineData("https://id.example/{a}", "x/../y", Segment)]
    [InlineData("https://id.example/{a}", "/x", Segment)]
    public void A_pattern_that_allows_everything_still_leaves_each_place_what_it_is(string template, string value, string place) =>
        Assert.Equal($"the value of '{{a}}' is not {place}", Message(template, Values(value, new("a") { Pattern = ".*" })));

    [Fact]
    public void A_missing_value_is_named_by_its_hole()
    {
        Assert.Equal("'{a}' has no value", Message("https://id.example/{a}", Values(null)));
        Assert.Equal("'{a}' has no value", Message("https://id.example/{a}", Values("")));
        Assert.Equal("'{a}' has no value", Assert.Throws<TemplateException>(() => new OAuthTemplate("x{a}").Expand(Values(null))).Message);
        Assert.Equal("'{a}' has no value", Assert.Throws<TemplateException>(() => new OAuthTemplate("x{a}").Expand(Values(""))).Message);
    }

    [Fact]
    public void A_value_that_is_not_declared_is_named_by_its_hole()
    {
        var values = Values("evil", new("a") { Pattern = "[a-d]+" });

        Assert.Equal("the value of '{a}' is not one that its declaration allows", Message("https://id.example/{a}", values));
        Assert.Equal("the value of '{a}' is not one that its declaration allows", Assert.Throws<TemplateException>(() => new OAuthTemplate("x{a}").Expand(values)).Message);
    }

    [Theory]
    [InlineData("{token.a}/x", "https://evil.example")]
    [InlineData("https://{token.a}/x", "evil.example")]
    [InlineData("https://{token.a}.example/x", "evil")]
    public void A_message_that_would_choose_the_host_is_refused_with_what_to_declare(string template, string value) =>
        Assert.Equal(
            "'{token.a}' is filled by a message or a login and would choose the host that gets the next secret: declare which values are allowed, "
            + "[OAuthVariable(\"token.a\", Values = […])], or a Pattern",
            Message(template, Values(null).With(new Dictionary<string, string> { ["token.a"] = value })));

    [Theory]
    [InlineData("request")]
    [InlineData("callback.a")]
    public void A_variable_that_a_login_or_a_message_fills_does_not_choose_the_host_either(string from)
    {
        var values = Values(null, new("a") { From = from }).With(new Dictionary<string, string> { ["request.a"] = "evil", ["callback.a"] = "evil" });

        Assert.StartsWith("'{a}' is filled by a message or a login", Message("https://{a}.example/x", values), StringComparison.Ordinal);
        Assert.Equal("https://id.example/evil", new UrlTemplate("https://id.example/{a}").Expand(values));
    }

    [Theory]
    [InlineData("{a}")]
    [InlineData("https://{a}")]
    public void A_message_may_choose_among_declared_hosts(string template)
    {
        var variable = new OAuthVariableAttribute("a") { From = "callback.a", Values = ["eu=id.eu.example", "us=https://id.us.example"] };
        var (value, url) = template == "{a}" ? ("us", "https://id.us.example") : ("eu", "https://id.eu.example");

        Assert.Equal(url, new UrlTemplate(template).Expand(Values(null, variable).With(new Dictionary<string, string> { ["callback.a"] = value })));
    }

    [Fact]
    public void The_client_id_is_of_the_application_and_may_be_part_of_the_host() =>
        Assert.Equal(
            "https://my-app.id.example/x",
            new UrlTemplate("https://{client.id}.id.example/x").Expand(
                new(new Dictionary<string, TemplateVariable>(), new Dictionary<string, string> { ["client.id"] = "my-app" })));

    [Theory]
    [InlineData("http://id.example/x", "'http://id.example/x' is not an absolute https URL")]
    [InlineData("http://user:password@id.example/x?code=y#z", "'http://id.example/x' is not an absolute https URL")]
    [InlineData("/x", "'/x' is not an absolute https URL")]
    [InlineData("http://id.example/{a}", "'http://id.example/{a}' is not an absolute https URL")]
    [InlineData("http://id.example/{token.access_token}", "'http://id.example/{token.access_token}' is not an absolute https URL")]
    [InlineData("id.example/{token.access_token}?x={token.refresh_token}", "'id.example/{token.access_token}' is not an absolute https URL")]
    public void A_URL_that_is_not_secure_is_shown_as_declared_and_without_what_may_be_secret(string template, string message) =>
        Assert.Equal(message, Message(template, Values("1").With(new Dictionary<string, string> { ["token.access_token"] = "at", ["token.refresh_token"] = "rt" })));

    private static string Message(string template, TemplateValues values) =>
        Assert.Throws<TemplateException>(() => new UrlTemplate(template).Expand(values)).Message;
}
