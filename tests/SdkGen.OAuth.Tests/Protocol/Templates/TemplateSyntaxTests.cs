using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>The grammar of templates: what is a hole, whether it may stay empty, and in which place of a URL it stands.</summary>
public sealed class TemplateSyntaxTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("z")]
    [InlineData("A")]
    [InlineData("Z")]
    [InlineData("_")]
    [InlineData("a0")]
    [InlineData("a9")]
    [InlineData("a-b_C")]
    [InlineData("token.uid")]
    [InlineData("a1.b2.c3")]
    [InlineData("id_token._x")]
    public void A_name_has_letters_digits_underscores_and_hyphens_and_a_source_before_a_dot(string name)
    {
        var hole = Assert.Single(TemplateSyntax.Parse("{" + name + "}"));

        Assert.Equal((name, true, false, TemplatePlace.Text), Of(hole));
        Assert.Equal(!name.Contains('.', StringComparison.Ordinal), hole.IsOption);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{?}")]
    [InlineData("{1}")]
    [InlineData("{-a}")]
    [InlineData("{.a}")]
    [InlineData("{a.}")]
    [InlineData("{a.?}")]
    [InlineData("{a..b}")]
    [InlineData("{a.1}")]
    [InlineData("{a.-}")]
    [InlineData("{a??}")]
    [InlineData("{a b}")]
    [InlineData("{a/b}")]
    [InlineData("{a:b}")]
    [InlineData("{a@b}")]
    [InlineData("{a[b}")]
    [InlineData("{a`b}")]
    [InlineData("{\u00E4}")]
    [InlineData("{a")]
    [InlineData("a}")]
    public void What_is_no_name_in_braces_is_text(string text) =>
        Assert.Equal((text, false, false, TemplatePlace.Text), Of(Assert.Single(TemplateSyntax.Parse(text))));

    [Fact]
    public void A_question_mark_makes_a_hole_optional_and_that_hole_alone() =>
        Assert.Equal(
            [("a:", false, false, TemplatePlace.Text), ("b", true, true, TemplatePlace.Text), ("c", true, false, TemplatePlace.Text), (" {", false, false, TemplatePlace.Text), ("d", true, false, TemplatePlace.Text), ("}", false, false, TemplatePlace.Text)],
            TemplateSyntax.Parse("a:{b?}{c} {{d}}").Select(Of));

    [Theory]
    [InlineData("{a}", "Start")]
    [InlineData("{a}/{b}", "Start Path")]
    [InlineData("{a}{b}", "Start Path")]
    [InlineData("{a}?{b}#{c}", "Start Query Fragment")]
    [InlineData("https://{a}", "WholeHost")]
    [InlineData("https://{a}/x", "WholeHost")]
    [InlineData("https://{a}:8443/x", "WholeHost")]
    [InlineData("https://{a}?x", "WholeHost")]
    [InlineData("https://{a}#x", "WholeHost")]
    [InlineData("https://{a}.example.com/x", "Host")]
    [InlineData("https://id.{a}/x", "Host")]
    [InlineData("https://id.{a}", "Host")]
    [InlineData("https://{a}{b}/x", "Host Host")]
    [InlineData("https://{a}.{b}/{c}", "Host Host Path")]
    [InlineData("https://{a}/{b}", "WholeHost Path")]
    [InlineData("https://id.example/{a}/{b}?c={c}&d={d}/#{e}?{f}", "Path Path Query Query Fragment Fragment")]
    [InlineData("https://id.example?a={a}/{b}", "Query Query")]
    [InlineData("https://id.example#{a}?{b}", "Fragment Fragment")]
    [InlineData("https://id.example/x?u=https://{a}", "Query")]
    [InlineData("https://id.example/https://{a}/x", "Path")]
    [InlineData("://{a}", "WholeHost")]
    [InlineData("/x/{a}", "Text")]
    [InlineData("/x?{a}#{b}", "Text Text")]
    [InlineData("id.example/{a}", "Text")]
    [InlineData("x:/{a}", "Text")]
    public void A_hole_of_a_URL_stands_where_the_text_before_it_ends(string template, string places)
    {
        var parts = TemplateSyntax.ParseUrl(template);

        Assert.Equal(places, string.Join(' ', parts.Where(part => part.IsHole).Select(part => part.Place)));
        Assert.All(parts.Where(part => !part.IsHole), part => Assert.Equal(TemplatePlace.Text, part.Place));
    }

    private static (string Value, bool IsHole, bool IsOptional, TemplatePlace Place) Of(TemplatePart part) => (part.Value, part.IsHole, part.IsOptional, part.Place);
}
