using System.Text.Json.Nodes;
using SdkGen.Cli.Output;

namespace SdkGen.Cli.Tests;

public sealed class OutputTests
{
    private const string Document = """{"a":{"b":[{"c d":"deep"},2]},"$":null,"it's":true}""";

    [Theory]
    [InlineData("$.a.b[0]['c d']", "\"deep\"")]
    [InlineData("a.b[1]", "2")]
    [InlineData(".a.b[-1]", "2")]
    [InlineData("$[\"a\"]['b'][1]", "2")]
    [InlineData("['it\\'s']", "true")]
    [InlineData("$", Document)]
    public void A_path_leads_to_a_place(string path, string expected)
    {
        Assert.True(JsonPathQuery.TryParse(path, out var query, out _));
        Assert.True(query.TryFind(JsonNode.Parse(Document), out var found));
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), found!.ToJsonString());
    }

    [Theory]
    [InlineData("$.a.x")]
    [InlineData("$.a.b[2]")]
    [InlineData("$.a[0]")]
    [InlineData("$.a.b.c")]
    public void A_path_may_lead_nowhere(string path)
    {
        Assert.True(JsonPathQuery.TryParse(path, out var query, out _));
        Assert.False(query.TryFind(JsonNode.Parse(Document), out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("$.")]
    [InlineData("$..a")]
    [InlineData("a[")]
    [InlineData("a[*]")]
    [InlineData("$.a[99999999999]")]
    [InlineData("{.a}")]
    public void What_is_no_path_is_told(string path)
    {
        Assert.False(JsonPathQuery.TryParse(path, out _, out var mistake));
        Assert.NotEmpty(mistake);
    }

    [Fact]
    public void Yaml_keeps_texts_texts()
    {
        var yaml = Yaml.Write(JsonNode.Parse("""{"text":"true","no":"no","number":"007","time":3600,"list":["a b","c: d"],"none":null}""")!);

        Assert.Equal(
            """
            text: "true"
            "no": "no"
            number: "007"
            time: 3600
            list:
              - a b
              - 'c: d'
            none:
            """,
            yaml.ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public void A_strangers_text_gets_one_line_and_no_power_over_the_terminal() =>
        Assert.Equal("a [31mb c d", "a\u001b[31mb\nc\u202Ed".Printable());
}
