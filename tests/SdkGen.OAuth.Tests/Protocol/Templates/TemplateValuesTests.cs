using SdkGen.OAuth.Protocol;
using static SdkGen.OAuth.Tests.OneHole;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What fills a hole: an option or a value of a message, as its variable declares; and which of the values are secrets.</summary>
public sealed class TemplateValuesTests
{
    private static readonly OAuthVariableAttribute Environment = new("a") { Values = ["production=", "sandbox=sb."], Default = "production" };

    [Theory]
    [InlineData(null, "1")]
    [InlineData("request", "2")]
    [InlineData("callback.b", "3")]
    [InlineData("token.b", null)]
    public void A_hole_is_filled_from_where_its_variable_says(string? from, string? value)
    {
        var values = Values("1", new("a") { From = from }).With(new Dictionary<string, string> { ["request.a"] = "2", ["callback.b"] = "3", ["request"] = "4" });

        Assert.Equal(value, values.Find("a"));
    }

    [Fact]
    public void A_value_of_a_message_is_found_by_its_name_and_is_stronger_than_an_option()
    {
        var values = new TemplateValues(
            new Dictionary<string, TemplateVariable>(), new Dictionary<string, string> { ["token.a"] = "option", ["b"] = "option" }, new Dictionary<string, string> { ["token.a"] = "message" });

        Assert.Equal("message", values.Find("token.a"));
        Assert.Equal("option", values.Find("b"));
        Assert.Null(values.Find("c"));
    }

    [Fact]
    public void Messages_that_carried_nothing_leave_the_values_as_they_are()
    {
        var values = Values("1").With(new Dictionary<string, string> { ["token.a"] = "2" });

        Assert.Same(values, values.With(null));
        Assert.Same(values, values.With(new Dictionary<string, string>()));
        Assert.Equal("2", values.Find("token.a"));
    }

    [Fact]
    public void The_tokens_among_the_values_are_secrets()
    {
        var messages = new Dictionary<string, string>
        {
            ["token.access_token"] = "the-access-token", ["token.refresh_token"] = "the-refresh-token", ["token.id_token"] = "the-id-token", ["token.uid"] = "the-uid",
        };

        Assert.Equal(["the-access-token", "the-refresh-token", "the-id-token"], Values("1").With(messages).Tokens);
        Assert.Empty(Values("1").Tokens);
    }

    [Theory]
    [InlineData("https://id.example/{token.access_token}", true)]
    [InlineData("https://id.example/{a}/{token.access_token}", true)]
    [InlineData("https://id.example/{token.refresh_token}", true)]
    [InlineData("https://id.example/{token.id_token}", true)]
    [InlineData("https://id.example/{token.uid}", false)]
    [InlineData("https://id.example/{access_token}", false)]
    [InlineData("https://id.example/x", false)]
    public void A_URL_with_a_token_in_it_is_known_to_be_secret(string template, bool holdsToken) =>
        Assert.Equal(holdsToken, new UrlTemplate(template).HoldsToken);

    [Theory]
    [InlineData("token.access_token")]
    [InlineData("token.refresh_token")]
    [InlineData("token.id_token")]
    public void A_variable_gives_a_token_no_other_name(string token) =>
        Assert.Equal(
            $"'{{a}}' comes from '{token}' and would hide that a token is where it stands: write {{{token}}} there",
            Assert.Throws<TemplateException>(() => new TemplateVariable(new("a") { From = token })).Message);

    [Theory]
    [InlineData("https://id.example/{token.access_token}", null, true)]
    [InlineData("https://id.example/x", "https://mtls.id.example/{token.access_token}", true)]
    [InlineData("https://id.example/{token.uid}", "https://mtls.id.example/x", false)]
    public void A_message_that_goes_to_such_a_URL_with_or_without_a_certificate_does_not_show_it(string endpoint, string? mutualTlsEndpoint, bool isHidden)
    {
        var declaration = new OAuthDeclaration("Acme", OAuthMessage.UserInfo)
        {
            Provider = new("https://id.example"), Requests = [new(OAuthMessage.UserInfo) { Endpoint = endpoint, MutualTlsEndpoint = mutualTlsEndpoint }],
        };

        Assert.Equal(isHidden, new MessagePlan(declaration, OAuthMethod.UserInfo).HidesEndpoint);
    }

    [Theory]
    [InlineData("https://id.example/{token.uid}", true)]
    [InlineData("https://id.example/{a}/{token.uid}", true)]
    [InlineData("https://id.example/{a}", false)]
    [InlineData("https://id.example/x", false)]
    public void A_URL_with_a_value_of_a_message_is_known_later(string template, bool needsMessages) =>
        Assert.Equal(needsMessages, new UrlTemplate(template).NeedsMessages);

    [Theory]
    [InlineData(null, "https://id.example/", "x")]
    [InlineData("production", "https://id.example/", "x")]
    [InlineData("sandbox", "https://sb.id.example/", "xsb.")]
    public void A_listed_value_may_stand_for_nothing(string? value, string url, string text)
    {
        var values = Values(value, new("a") { Values = ["production=", "sandbox=sb"], Default = "production" });
        var withDot = Values(value, Environment);

        Assert.Equal(url, new UrlTemplate("https://{a}" + (value == "sandbox" ? "." : "") + "id.example/").Expand(values));
        Assert.Equal(text, new OAuthTemplate("x{a}").Expand(withDot));
        Assert.Equal(value == "sandbox" ? text : null, new OAuthTemplate("x{a?}").Expand(withDot));
    }

    [Fact]
    public void Nothing_stands_only_for_a_value_that_is_listed_so()
    {
        Assert.Throws<TemplateException>(() => new OAuthTemplate("x{a}").Expand(Values("", new("a") { Values = ["production="] })));
        Assert.Throws<TemplateException>(() => new OAuthTemplate("x{a}").Expand(Values("", new("a") { Pattern = "x?" })));
        Assert.Throws<TemplateException>(() => new UrlTemplate("https://id.example/{a}").Expand(Values("", new("a") { Values = ["production="] })));
        Assert.Throws<TemplateException>(() => new UrlTemplate("https://id.example/{a}").Expand(Values(null, new("a") { Values = ["production="] })));
        Assert.Throws<TemplateException>(() => new OAuthTemplate("x{a}").Expand(Values(null, new("a") { Values = ["production="] })));
    }

    [Theory]
    [InlineData("eu", "eu", "eu")]
    [InlineData("eu=id.eu", "eu", "id.eu")]
    [InlineData("eu=a=b", "eu", "a=b")]
    [InlineData("eu=", "eu", "")]
    [InlineData("=id.eu", "eu", "eu")]
    public void A_listed_value_is_a_name_and_the_text_it_stands_for(string listed, string value, string text)
    {
        var variable = new TemplateVariable(new("a") { Values = [listed] });

        Assert.Equal(text, variable.Resolve(value));
        Assert.Equal(listed[0] != '=', variable.Allows(text));
        Assert.Equal(text.Length == 0, variable.AllowsNothing);
        Assert.True(variable.IsRestricted);
    }

    [Fact]
    public void A_listed_value_without_a_name_is_a_text_alone()
    {
        var variable = new TemplateVariable(new("a") { Values = ["=id.eu"] });

        Assert.True(variable.Allows("id.eu"));
        Assert.False(variable.Allows("=id.eu"));
        Assert.Equal("=id.eu", variable.Resolve("=id.eu"));
    }

    [Fact]
    public void A_variable_without_values_and_pattern_is_free()
    {
        var variable = new TemplateVariable(new("a") { Default = "b" });

        Assert.False(variable.IsRestricted);
        Assert.False(variable.AllowsNothing);
        Assert.True(variable.Allows("anything"));
        Assert.Equal("b", variable.Resolve(""));
    }

    [Theory]
    [InlineData("(a")]
    [InlineData("a)|(?:b")]
    [InlineData("(?x)a#")]
    [InlineData("(?=a)a")]
    [InlineData("(a)\\1")]
    public void A_pattern_that_cannot_be_matched_without_backtracking_is_refused(string pattern) =>
        Assert.Equal(
            "'{a}' has a Pattern that is no regular expression, or one that has to be matched by backtracking: no lookaround, no backreferences",
            Assert.Throws<TemplateException>(() => new TemplateVariable(new("a") { Pattern = pattern })).Message);

    [Fact]
    public void A_pattern_is_about_the_whole_value()
    {
        var variable = new TemplateVariable(new("a") { Pattern = "a|b+" });

        Assert.True(variable.Allows("a"));
        Assert.True(variable.Allows("bb"));
        Assert.False(variable.Allows("ab"));
        Assert.False(variable.Allows("xa"));
        Assert.False(variable.Allows("a\n"));
    }
}
