namespace SdkGen.OAuth.Analyzers.Tests.Code;

/// <summary>Where a value comes from: what <c>other.Sink(…)</c> is given is followed back.</summary>
public sealed class ValueTracerTests
{
    public static TheoryData<string, string> Ways { get; } = new()
    {
        { """other.Sink("a");""", "\"a\"" },
        { """other.Sink(parameter);""", "parameter" },
        { """var x = "a"; other.Sink(x);""", "\"a\"" },
        { """var x = "a"; if (parameter == "") x = "b"; other.Sink(x);""", "\"a\" \"b\"" },
        { """other.Sink(parameter ?? "a");""", "parameter \"a\"" },
        { """other.Sink(parameter == "" ? "a" : "b");""", "\"a\" \"b\"" },
        { """other.Sink($"x{parameter}");""", "parameter" },
        { """other.Sink("a" + parameter);""", "\"a\" parameter" },
        { """other.Sink(Convert.ToBase64String(Encoding.UTF8.GetBytes(parameter)).TrimEnd('='));""", "'=' parameter" },
        { """other.Sink(Uri.EscapeDataString(parameter!));""", "parameter" },
        { """other.Sink(field);""", "\"from a field\"" },
        { """other.Sink(SecretName);""", "\"client_secret\"" },
        { """other.Sink(Make()); string Make() => Guid.NewGuid().ToString();""", "Guid.NewGuid()" },
        { """other.Sink(Make()); string Make() { var x = "a"; return x; }""", "\"a\"" },
        { """other.Sink(Unknown.Make(parameter));""", "Unknown.Make(parameter)" },
        { """other.Sink((string)parameter);""", "parameter" },
        { """string x = y, y = x; other.Sink(x);""", "" },
        { """other.Sink(Loop()); string Loop() => Loop();""", "" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_value_is_followed_to_where_it_comes_from(string statements, string origins) =>
        Assert.Equal(
            origins,
            await Engine.AskAsync(
                Engine.InMethod(statements) + " // oauth",
                file =>
                {
                    var sink = file.Calls.Single(call => call.ToString().StartsWith("other.Sink", StringComparison.Ordinal));
                    return string.Join(" ", file.Values.Origins(sink.ArgumentList.Arguments[0].Expression).Select(origin => origin.ToString()));
                }));
}
