namespace SdkGen.OAuth.Analyzers.Tests.Code;

/// <summary>The parameters of OAuth that the engine finds, in every way in which C# states one.</summary>
public sealed class FieldTests
{
    /// <summary>A statement, and what it states: name, shape and value.</summary>
    public static TheoryData<string, string> Shapes { get; } = new()
    {
        { """other["client_secret"] = "v";""", "client_secret Indexer 'v'" },
        { """_ = new Dictionary<string, string> { ["client_secret"] = "v" };""", "client_secret Indexer 'v'" },
        { """_ = new Dictionary<string, string> { { "client_secret", "v" } };""", "client_secret Element 'v'" },
        { """other.Add("client_secret", "v");""", "client_secret Call 'v'" },
        { """other?.Add("client_secret", "v");""", "client_secret Call 'v'" },
        { """other.AddQueryString("https://a.example", "client_secret", "v");""", "client_secret Call 'v'" },
        { """_ = new KeyValuePair<string, string>("client_secret", "v");""", "client_secret Pair 'v'" },
        { """KeyValuePair<string, string> pair = new("client_secret", "v");""", "client_secret Pair 'v'" },
        { """_ = KeyValuePair.Create("client_secret", "v");""", "client_secret Call 'v'" },
        { """_ = ("client_secret", "v");""", "client_secret Pair 'v'" },
        { """_ = new { client_secret = "v" };""", "client_secret Anonymous 'v'" },
        { """var client_secret = parameter; _ = new { client_secret };""", "client_secret Variable parameter; client_secret Anonymous client_secret" },
        { """_ = "a=b&client_secret=v&c=d";""", "client_secret Text 'v'" },
        { """_ = $"client_secret={parameter}";""", "client_secret Text parameter" },
        { """_ = "client_secret=" + parameter + "&x=y";""", "client_secret Text parameter" },
        { """_ = string.Format("a={0}&client_secret={1}", other, parameter);""", "client_secret Text parameter" },
        { """_ = new Options { ClientSecret = "v" };""", "client_secret Member 'v'" },
        { """other.ClientSecret = "v";""", "client_secret Member 'v'" },
        { """var gitHubClientSecret = "v";""", "client_secret Variable 'v'" },
        { """Connect(clientSecret: "v");""", "client_secret Argument 'v'" },
        { """Known("v"); static void Known(string clientSecret) { }""", "client_secret Argument 'v'" },
        { """other.WithClientSecret("v");""", "client_secret Builder 'v'" },
        { """other[SecretName] = "v";""", "client_secret Indexer 'v'" },
        { """other["app_secret"] = "v";""", "client_secret Indexer 'v'" },
        { """other["Client-Secret"] = "v";""", "client_secret Indexer 'v'" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_parameter_is_found_however_it_is_stated(string statement, string stated) =>
        Assert.Equal(stated, await StatedAsync(statement));

    [Theory]
    [InlineData("""_ = "There is no client_secret = in a sentence";""")]
    [InlineData("""_ = "the_client_secret_name";""")]
    [InlineData("""other["colour"] = "v";""")]
    [InlineData("""other.Colour = "v";""")]
    [InlineData("""Console.WriteLine("client_secret");""")]
    public async Task What_only_looks_like_one_is_none(string statement) => Assert.Equal("", await StatedAsync(statement));

    /// <summary>Statements that make one request, and the names that stand together.</summary>
    public static TheoryData<string, string> Requests { get; } = new()
    {
        { """other["client_id"] = "a"; other["state"] = "b";""", "client_id+state" },
        { """var form = new Dictionary<string, string> { ["client_id"] = "a" }; form["state"] = "b"; form.Add("nonce", "c");""", "client_id+state+nonce" },
        { """var url = "https://a.example?client_id=" + parameter; url += "&state=" + parameter;""", "client_id+state" },
        { """_ = other.SetQueryParam("client_id", "a").SetQueryParam("state", "b");""", "state+client_id" },
        { """_ = new[] { new KeyValuePair<string, string>("client_id", "a"), new KeyValuePair<string, string>("state", "b") };""", "client_id+state" },
        { """_ = new { client_id = "a", state = "b" };""", "client_id+state" },
        { """_ = new Options { ClientId = "a", State = "b" };""", "client_id+state" },
        { """other["client_id"] = "a"; field["state"] = "b";""", "client_id|state" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Parameters_of_one_request_stand_together(string statements, string requests) =>
        Assert.Equal(
            requests,
            await Engine.AskAsync(
                Engine.InMethod(statements),
                file => string.Join("|", file.Groups.Where(group => !group.Fields.Any(stated => stated.Name is "client_secret"))
                    .Select(group => string.Join("+", group.Fields.Select(stated => stated.Name))))));

    private static Task<string> StatedAsync(string statement) => Engine.AskAsync(
        Engine.InMethod(statement),
        file => string.Join("; ", file.Fields
            .Where(stated => stated.Key.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.StatementSyntax>() is not null)
            .Select(stated => $"{stated.Name} {stated.Shape} {(stated.Value.Text is { } text ? $"'{text}'" : stated.Value.Expression?.ToString())}")));
}
