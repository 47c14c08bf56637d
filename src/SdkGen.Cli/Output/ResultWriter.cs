using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SdkGen.Cli.Running;

namespace SdkGen.Cli.Output;

/// <summary>Writes results to standard output, in the form that was asked for, and nothing else.</summary>
internal sealed class ResultWriter(OutputFormat format, bool isQuiet)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    /// <summary>The form that was asked for, for a command that has forms of its own.</summary>
    public OutputFormat Format { get; } = format;

    /// <summary>Whether only the essence is wanted.</summary>
    public bool IsQuiet { get; } = isQuiet;

    /// <summary>Writes a result.</summary>
    /// <exception cref="CommandException">The path that was asked for leads nowhere.</exception>
    public void Write(CommandResult result)
    {
        if (IsQuiet)
        {
            if (result.Essence is { } essence)
            {
                WriteText(essence);
            }

            return;
        }

        switch (Format.Name)
        {
            case "json":
                WriteText(Json(result.Value));
                break;

            case "json-pretty":
                WriteText(result.Value.ToJsonString(Indented));
                break;

            case "yaml":
                WriteText(Yaml.Write(result.Value));
                break;

            case "jsonpath":
                WriteText(Find(result.Value, Format.Path!));
                break;

            default:
                WriteSections(result.Sections);
                break;
        }
    }

    /// <summary>Writes a text as it is: a script, a file, a report.</summary>
    public static void WriteText(string text)
    {
        Console.Out.Write(text);
        if (!text.EndsWith('\n'))
        {
            Console.Out.WriteLine();
        }
    }

    /// <summary>A value in one line of JSON.</summary>
    public static string Json(JsonNode value) => value.ToJsonString(Compact);

    private static string Find(JsonNode document, JsonPathQuery path) =>
        !path.TryFind(document, out var found)
            ? throw new CommandException($"The result has nothing at {path}.", "--format json-pretty shows what it has.")
            : found is JsonValue value && value.TryGetValue<string>(out var text) ? text
            : found is null ? "null" : Json(found);

    private static void WriteSections(IEnumerable<IResultSection> sections)
    {
        foreach (var section in sections)
        {
            if (Consoles.IsOutputTerminal)
            {
                section.Draw(Consoles.Output);
            }
            else
            {
                section.Write(Console.Out);
            }
        }
    }
}
