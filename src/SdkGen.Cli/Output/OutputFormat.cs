using System.CommandLine;

namespace SdkGen.Cli.Output;

/// <summary>In which form a result is written.</summary>
/// <param name="Name"><c>table</c>, <c>json</c>, <c>json-pretty</c>, <c>yaml</c>, <c>jsonpath</c>, or one of the command's own.</param>
/// <param name="Path">Which part of the result, for <c>jsonpath</c>.</param>
internal sealed record OutputFormat(string Name, JsonPathQuery? Path = null)
{
    private const string PathPrefix = "jsonpath=";

    private static readonly string[] Common = ["table", "json", "json-pretty", "yaml"];

    public static OutputFormat Table { get; } = new("table");

    /// <summary>The option <c>--format</c>.</summary>
    /// <param name="further">Formats that the command has for itself.</param>
    public static Option<OutputFormat> CreateOption(IReadOnlyCollection<string> further)
    {
        string[] names = [.. Common, .. further];
        var list = string.Join(", ", names);
        var option = new Option<OutputFormat>("--format")
        {
            Description = $"How the result is printed: {list} (table if left out), or jsonpath=PATH for a part of the JSON, such as jsonpath=$.id_token_claims.sub.",
            HelpName = "format",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (names.Contains(text))
                {
                    return new(text);
                }

                if (!text.StartsWith(PathPrefix, StringComparison.Ordinal))
                {
                    result.AddError($"'{text}' is no format: use one of {list}, or jsonpath=PATH.");
                    return Table;
                }

                if (JsonPathQuery.TryParse(text[PathPrefix.Length..], out var path, out var mistake))
                {
                    return new("jsonpath", path);
                }

                result.AddError($"'{text[PathPrefix.Length..]}' is no path: {mistake} One is written like $.a.b[0]['c'].");
                return Table;
            },
        };
        option.CompletionSources.Add([.. names, PathPrefix]);
        return option;
    }

    public override string ToString() => Name;
}
