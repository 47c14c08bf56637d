using System.Text;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>The fields of a message while it is written.</summary>
public sealed class MessageFieldsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "scope=a")]
    [InlineData("a b", "scope=a b")]
    public void Several_values_make_one_field_and_none_make_none(string values, string fields)
    {
        var all = new MessageFields();
        all.AddJoined("scope", values.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(fields, Text(all));
    }

    [Fact]
    public void A_name_may_occur_more_than_once()
    {
        var all = new MessageFields();
        all.AddAll("audience", ["a", "b", "c"]);

        Assert.Equal("audience=a&audience=b&audience=c", Text(all));
        Assert.Equal(["a", "b", "c"], all.FindAll("audience"));
    }

    [Theory]
    [InlineData("c", "b=2", "c=1&c=3")]
    [InlineData("a", "b=2", "a=1&a=3")]
    public void A_field_that_moves_takes_all_its_values_along(string newName, string stay, string moved)
    {
        var (from, target) = (Fields(), new MessageFields());
        from.MoveTo("a", newName, target);

        Assert.Equal((stay, moved), (Text(from), Text(target)));
    }

    [Theory]
    [InlineData("c", "c=1&b=2&c=3")]
    [InlineData("a", "a=1&b=2&a=3")]
    public void A_field_that_moves_to_where_it_is_gets_its_new_name_and_stays(string newName, string expected)
    {
        var fields = Fields();
        fields.MoveTo("a", newName, fields);

        Assert.Equal(expected, Text(fields));
    }

    [Fact]
    public void What_providers_sign_who_sign_parameters_is_ordered_by_name_and_leaves_out_what_is_empty()
    {
        var fields = new MessageFields();
        fields.Add("b", "2 &");
        fields.Add("empty", "");
        fields.Add("a", "1");

        Assert.Equal("a=1&b=2 &", Encoding.UTF8.GetString(SortedParameters.Write(fields)));
    }

    private static MessageFields Fields()
    {
        var fields = new MessageFields();
        fields.Add("a", "1");
        fields.Add("b", "2");
        fields.Add("a", "3");
        return fields;
    }

    private static string Text(MessageFields fields)
    {
        var all = new List<string>();
        foreach (var (name, value) in fields)
        {
            all.Add($"{name}={value}");
        }

        return string.Join('&', all);
    }
}
