using System.Text;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>Queries and forms (RFC 6749 appendix B), character by character.</summary>
public sealed class FormEncodingTests
{
    [Theory]
    [InlineData("https://a.example", "https://a.example?n=v&m=a%20b%2B%26")]
    [InlineData("https://a.example/p", "https://a.example/p?n=v&m=a%20b%2B%26")]
    [InlineData("https://a.example/p?", "https://a.example/p?n=v&m=a%20b%2B%26")]
    [InlineData("https://a.example/p?x=1", "https://a.example/p?x=1&n=v&m=a%20b%2B%26")]
    [InlineData("https://a.example/p?x=1&", "https://a.example/p?x=1&n=v&m=a%20b%2B%26")]
    [InlineData("https://a.example/p?x=?", "https://a.example/p?x=?&n=v&m=a%20b%2B%26")]
    [InlineData("https://a.example/p#f", "https://a.example/p?n=v&m=a%20b%2B%26#f")]
    [InlineData("https://a.example/p?x=1#f?&", "https://a.example/p?x=1&n=v&m=a%20b%2B%26#f?&")]
    [InlineData("https://a.example/p?#f", "https://a.example/p?n=v&m=a%20b%2B%26#f")]
    [InlineData("?x=1&", "?x=1&n=v&m=a%20b%2B%26")]
    [InlineData("?", "?n=v&m=a%20b%2B%26")]
    [InlineData("#f", "?n=v&m=a%20b%2B%26#f")]
    public void HT_03_fields_follow_the_query_that_a_URL_has_and_stand_before_its_fragment(string url, string expected) =>
        Assert.Equal(expected, FormEncoding.AppendQuery(url, Fields(("n", "v"), ("m", "a b+&"))));

    [Fact]
    public void A_provider_that_wants_a_plus_for_a_space_gets_it() =>
        Assert.Equal("https://a.example?scope=a+b", FormEncoding.AppendQuery("https://a.example", Fields(("scope", "a b")), plusForSpace: true));

    [Fact]
    public void A_name_is_encoded_as_a_value_is()
    {
        Assert.Equal("https://a.example?a%20b=c", FormEncoding.AppendQuery("https://a.example", Fields(("a b", "c"))));
        Assert.Equal("a+b=c", Encoding.ASCII.GetString(FormEncoding.WriteForm(Fields(("a b", "c")))));
    }

    [Theory]
    [InlineData("https://a.example/p?")]
    [InlineData("https://a.example/p#f")]
    public void Without_fields_a_URL_stays_as_it_is(string url) => Assert.Equal(url, FormEncoding.AppendQuery(url, Fields()));

    [Theory]
    [InlineData("", "")]
    [InlineData("&&", "")]
    [InlineData("a", "a=|")]
    [InlineData("a=", "a=|")]
    [InlineData("=b", "=b|")]
    [InlineData("a=b=c", "a=b=c|")]
    [InlineData("a=b&&c=d&", "a=b|c=d|")]
    [InlineData("a%3Db=c%26d", "a=b=c&d|")]
    [InlineData("a+b=c+d%2B", "a b=c d+|")]
    [InlineData("a=%", "a=%|")]
    public void AR_22_AR_23_and_AR_27_a_query_is_taken_apart_before_it_is_decoded(string query, string fields) =>
        Assert.Equal(fields, string.Concat(FormEncoding.Parse(query).Select(field => $"{field.Key}={field.Value}|")));

    [Fact]
    public void V13_a_form_keeps_letters_digits_and_four_marks_and_encodes_the_rest() =>
        Assert.Equal(
            "a%2F=AZaz09-._~&b=+%00%09%0A%21%25%2B%2F%3A%40%5B%60%7B%7F%C3%BF%F0%9F%98%80",
            Encoding.ASCII.GetString(FormEncoding.WriteForm(Fields(("a/", "AZaz09-._~"), ("b", " \0\t\n!%+/:@[`{\u007F\u00FF\U0001F600")))));

    [Fact]
    public void A_form_without_fields_is_empty() => Assert.Empty(FormEncoding.WriteForm(Fields()));

    private static MessageFields Fields(params (string Name, string Value)[] fields)
    {
        var all = new MessageFields();
        foreach (var (name, value) in fields)
        {
            all.Add(name, value);
        }

        return all;
    }
}
