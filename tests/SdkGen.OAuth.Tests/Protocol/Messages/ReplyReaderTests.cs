using System.Text;
using System.Text.Json;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>How one member of a reply is read: what known providers send, and nothing that could mean two things.</summary>
public sealed class ReplyReaderTests
{
    private const string NoUnicode = "\"\\ud800\"";

    [Theory]
    [InlineData("\"a\"", "a", "a")]
    [InlineData("\"\"", null, null)]
    [InlineData("5", "5", null)]
    [InlineData("1.50", "1.50", null)]
    [InlineData("true", "true", null)]
    [InlineData("false", "false", null)]
    [InlineData("null", null, null)]
    [InlineData("[\"a\"]", null, null)]
    [InlineData("{}", null, null)]
    [InlineData(NoUnicode, null, null)]
    public void A_text_may_be_a_number_or_a_truth_where_it_is_only_shown_and_is_a_string_where_it_counts(string json, string? text, string? counts)
    {
        Assert.Equal(text, ReplyReader.Text(JsonElement.Parse(json)));
        Assert.Equal(counts, ReplyReader.String(JsonElement.Parse(json)));
    }

    [Theory]
    [InlineData("TR-12", "3600", 3600d)]
    [InlineData("TR-13", "\"3600\"", 3600d)]
    [InlineData("TR-16", "0", 0d)]
    [InlineData("TR-17", "3.6e3", 3600d)]
    [InlineData("TR-15 (tolerant)", "null", null)]
    public void Seconds_are_read_however_they_are_written(string id, string json, double? seconds)
    {
        Assert.NotEmpty(id);
        Assert.True(ReplyReader.TryReadSeconds(JsonElement.Parse(json), out var read));
        Assert.Equal(seconds, read);
    }

    [Theory]
    [InlineData("TR-14", "\"soon\"")]
    [InlineData("TR-14", "\"\"")]
    [InlineData("TR-16", "-1")]
    [InlineData("TR-16", "-0.001")]
    [InlineData("TR-18", "1e400")]
    [InlineData("TR-18", "\"NaN\"")]
    [InlineData("TR-18", "\"Infinity\"")]
    [InlineData("a truth", "true")]
    [InlineData("an object", "{}")]
    public void What_is_no_number_of_seconds_cannot_be_read(string id, string json)
    {
        Assert.NotEmpty(id);
        Assert.False(ReplyReader.TryReadSeconds(JsonElement.Parse(json), out var read));
        Assert.Null(read);
    }

    [Theory]
    [InlineData("\"a b\"", ' ', "a|b")]
    [InlineData("\" a , b,\"", ',', "a|b")]
    [InlineData("\"a b\"", ',', "a b")]
    [InlineData("\"\"", ' ', "")]
    [InlineData("[\"a\",\"b c\"]", ' ', "a|b c")]
    [InlineData("[]", ' ', "")]
    [InlineData("null", ' ', null)]
    public void Scopes_are_a_text_with_separators_or_a_list(string json, char separator, string? scopes)
    {
        Assert.True(ReplyReader.TryReadScopes(JsonElement.Parse(json), separator, out var read));
        Assert.Equal(scopes, read is null ? null : string.Join('|', read));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[\"a\",5]")]
    [InlineData("[\"a\",\"\"]")]
    [InlineData("[null]")]
    [InlineData(NoUnicode)]
    public void What_is_no_list_of_scopes_cannot_be_read(string json)
    {
        Assert.False(ReplyReader.TryReadScopes(JsonElement.Parse(json), ' ', out var read));
        Assert.Null(read);
    }

    [Theory]
    [InlineData("[\"a\",\"\"]", "a|")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    public void Texts_are_a_list(string json, string texts)
    {
        Assert.True(ReplyReader.TryReadTexts(JsonElement.Parse(json), out var read));
        Assert.Equal(texts, string.Join('|', read));
    }

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("{}")]
    [InlineData("[5]")]
    [InlineData("[\"a\"," + NoUnicode + "]")]
    public void What_is_no_list_of_texts_cannot_be_read(string json)
    {
        Assert.False(ReplyReader.TryReadTexts(JsonElement.Parse(json), out var read));
        Assert.Empty(read);
    }

    [Fact]
    public void What_is_not_there_is_nothing_and_no_mistake()
    {
        Assert.True(ReplyReader.TryReadSeconds(null, out var seconds));
        Assert.True(ReplyReader.TryReadScopes(null, ' ', out var scopes));
        Assert.True(ReplyReader.TryReadTexts(null, out var texts));

        Assert.Null(seconds);
        Assert.Null(scopes);
        Assert.Empty(texts);
        Assert.Null(ReplyReader.Text(null));
        Assert.Null(ReplyReader.String(null));
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    [InlineData("\uFEFF \r\n\t{\"a\":1}", """{"a":1}""")]
    [InlineData("a=1&b=x+y%26", """{"a":"1","b":"x y\u0026"}""")]
    [InlineData("a_b-c.9=", """{"a_b-c.9":""}""")]
    [InlineData("a=1\n", """{"a":"1"}""")]
    public void A_reply_is_a_JSON_object_or_a_form(string body, string json)
    {
        Assert.True(ReplyReader.TryParse(Encoding.UTF8.GetBytes(body), out var reply, out _));
        Assert.Equal(json, JsonSerializer.Serialize(reply));
    }

    [Theory]
    [InlineData("TR-02", "{", OAuthFailure.UnreadableResponse)]
    [InlineData("TR-04", "[]", OAuthFailure.UnreadableResponse)]
    [InlineData("TR-41", """{"a":1,"a":1}""", OAuthFailure.DuplicateMember)]
    [InlineData("TR-41", """{"b":{"a":1,"a":1}}""", OAuthFailure.DuplicateMember)]
    [InlineData("TR-41", """{"a":1,"\u0061":1}""", OAuthFailure.DuplicateMember)]
    [InlineData("twice, and no JSON", """{"a":1,"a":1""", OAuthFailure.UnreadableResponse)]
    [InlineData("a form", "a=1&b=2&a=1", OAuthFailure.DuplicateMember)]
    [InlineData("no form", "=1", OAuthFailure.UnreadableResponse)]
    [InlineData("no form", "<a b=\"c\">", OAuthFailure.UnreadableResponse)]
    [InlineData("no form", "a b=1", OAuthFailure.UnreadableResponse)]
    [InlineData("no form", "a", OAuthFailure.UnreadableResponse)]
    [InlineData("nothing", " \r\n", OAuthFailure.UnreadableResponse)]
    public void What_says_a_thing_twice_is_told_apart_from_what_cannot_be_read(string id, string body, OAuthFailure expected)
    {
        Assert.NotEmpty(id);
        Assert.False(ReplyReader.TryParse(Encoding.UTF8.GetBytes(body), out var reply, out var failure));
        Assert.Equal(expected, failure);
        Assert.Equal(JsonValueKind.Undefined, reply.ValueKind);
    }

    [Theory]
    [InlineData("a", """{"a":1}""", "1")]
    [InlineData("a.b", """{"a":{"b":1}}""", "1")]
    [InlineData("a.b", """{"a.b":1}""", null)]
    [InlineData("a.b", """{"a":5}""", null)]
    [InlineData("a[1]", """{"a":[1,2]}""", "2")]
    [InlineData("a[1]", """{"a":[1]}""", null)]
    [InlineData("a[0]", """{"a":{"0":1}}""", null)]
    [InlineData("a[0][1].b", """{"a":[[0,{"b":3}]]}""", "3")]
    [InlineData("[0].a", """[{"a":4}]""", "4")]
    [InlineData("[0]", "[5]", "5")]
    [InlineData("a[-1]", """{"a":[1]}""", null)]
    [InlineData("a", "[1]", null)]
    public void A_member_is_found_by_its_path(string path, string json, string? found) =>
        Assert.Equal(found, new JsonPath(path).Find(JsonElement.Parse(json))?.GetRawText());

    [Theory]
    [InlineData("a[")]
    [InlineData("a[0")]
    [InlineData("a[]")]
    [InlineData("a[x]")]
    public void What_is_no_path_says_so(string path) =>
        Assert.Contains(path, Assert.Throws<FormatException>(() => new JsonPath(path)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a.b", null)]
    [InlineData("[0]", null)]
    [InlineData("a[0]", null)]
    public void A_path_of_one_name_is_the_name_of_a_parameter(string path, string? name) => Assert.Equal(name, new JsonPath(path).Name);

    [Theory]
    [InlineData("1700000000", "2023-11-14T22:13:20.0000000+00:00")]
    [InlineData("0", "1970-01-01T00:00:00.0000000+00:00")]
    [InlineData("1.5", "1970-01-01T00:00:01.5000000+00:00")]
    [InlineData("253402300799", "9999-12-31T23:59:59.0000000+00:00")]
    [InlineData("253402300800", "9999-12-31T23:59:59.0000000+00:00")]
    [InlineData("1e300", "9999-12-31T23:59:59.0000000+00:00")]
    [InlineData("-1", null)]
    [InlineData("\"1700000000\"", null)]
    [InlineData("true", null)]
    public void ID_20_and_ID_21_a_time_is_a_number_of_seconds(string json, string? time) =>
        Assert.Equal(time, NumericDate.Read(JsonElement.Parse(json))?.ToString("O"));

    [Theory]
    [InlineData("\"a\"", true)]
    [InlineData("[1,{\"a\":[null,\"b\"]}]", true)]
    [InlineData(NoUnicode, false)]
    [InlineData("[1," + NoUnicode + "]", false)]
    [InlineData("{\"a\":{\"b\":" + NoUnicode + "}}", false)]
    [InlineData("{\"a\":1,\"\\ud800\":2}", false)]
    public void Text_that_is_no_Unicode_is_noticed_wherever_it_stands(string json, bool isReadable)
    {
        var element = JsonElement.Parse(json);

        Assert.Equal(isReadable, ForeignJson.IsReadable(element));
        Assert.Null(ForeignJson.Member(element, "not there"));
    }

    [Fact]
    public void JSON_is_read_with_and_without_a_byte_order_mark_and_a_doubled_member_only_where_it_may_be_damaged()
    {
        Assert.Equal(JsonValueKind.Array, ForeignJson.Parse("\uFEFF[]"u8).ValueKind);
        Assert.Equal(JsonValueKind.Array, ForeignJson.Parse("[]"u8).ValueKind);
        Assert.Equal("2", ForeignJson.Member(ForeignJson.ParseTolerantly("""{"a":1,"a":2}"""u8), "a")?.GetRawText());
        Assert.ThrowsAny<JsonException>(() => ForeignJson.Parse("""{"a":1,"a":2}"""u8));
        Assert.Equal(
            "A name in the document is no Unicode text.", Assert.ThrowsAny<JsonException>(() => ForeignJson.Parse("{\"\\ud800\":1}"u8)).Message);
    }

    [Theory]
    [InlineData("[]", null, null)]
    [InlineData("{}", null, null)]
    [InlineData("""{"a":1}""", "1", null)]
    [InlineData("""{"a":1,"b":2}""", "1", "1")]
    public void Members_are_looked_for_until_all_that_are_there_were_found(string json, string? first, string? second)
    {
        var members = new ReplyMembers(Plan(), JsonElement.Parse(json));

        Assert.Null(members.Take("not there"));
        Assert.Equal(first, members.Take("a")?.GetRawText());
        Assert.Equal(second, members.Take("a")?.GetRawText());
    }

    [Fact]
    public void Members_that_are_deeper_in_the_reply_are_found_all_however_few_it_has()
    {
        var members = new ReplyMembers(Plan(new("a", "data.a"), new("b", "data.b")), JsonElement.Parse("""{"data":{"a":1,"b":2}}"""));

        Assert.Equal(("1", "2"), (members.Take("a")?.GetRawText(), members.Take("b")?.GetRawText()));
    }

    private static MessagePlan Plan(params OAuthMemberAttribute[] members) =>
        new(new("Test", OAuthMessage.Code) { Provider = new(), Members = members }, OAuthMethod.Code);
}
