using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SdkGen.Cli.Output;

/// <summary>
/// A path that leads to one place of a JSON document: the singular queries of RFC 9535 (<c>$.a.b[0]['c']</c>). The <c>$</c> and the dot after
/// it may be left out, for that is how one types it.
/// </summary>
internal sealed partial class JsonPathQuery
{
    private readonly IReadOnlyList<object> _steps;

    private JsonPathQuery(IReadOnlyList<object> steps) => _steps = steps;

    public static bool TryParse(string text, [NotNullWhen(true)] out JsonPathQuery? path, [NotNullWhen(false)] out string? mistake)
    {
        (path, mistake) = (null, null);
        var steps = new List<object>();
        var rest = text.StartsWith('$') ? text[1..] : text is ['.' or '[', ..] ? text : "." + text;
        while (rest.Length > 0)
        {
            var step = Step().Match(rest);
            if (!step.Success)
            {
                mistake = text.Length == 0 ? "it is empty." : $"it cannot be read from '{rest}' on.";
                return false;
            }

            if (step.Groups["index"] is { Success: true, Value: var digits })
            {
                if (!int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
                {
                    mistake = $"{digits} is too large.";
                    return false;
                }

                steps.Add(index);
            }
            else
            {
                steps.Add(Regex.Replace(step.Groups["name"].Value, @"\\(.)", "$1"));
            }

            rest = rest[step.Length..];
        }

        path = new(steps);
        return true;
    }

    /// <summary>Finds the place.</summary>
    /// <param name="document">The document.</param>
    /// <param name="found">What is there, which may be <c>null</c>.</param>
    /// <returns>Whether the place exists.</returns>
    public bool TryFind(JsonNode? document, out JsonNode? found)
    {
        found = document;
        foreach (var step in _steps)
        {
            var exists = (found, step) switch
            {
                (JsonObject members, string name) => members.TryGetPropertyValue(name, out found),
                (JsonArray items, int index) => TryItem(items, index, out found),
                _ => false,
            };
            if (!exists)
            {
                found = null;
                return false;
            }
        }

        return true;
    }

    public override string ToString() =>
        "$" + string.Concat(_steps.Select(step => step is int index ? string.Create(CultureInfo.InvariantCulture, $"[{index}]") : $"['{step}']"));

    /// <summary>An index below zero counts from the end.</summary>
    private static bool TryItem(JsonArray items, int index, out JsonNode? found)
    {
        var place = index < 0 ? items.Count + index : index;
        var exists = place >= 0 && place < items.Count;
        found = exists ? items[place] : null;
        return exists;
    }

    [GeneratedRegex("""\A(\.(?<name>[^.\[\]{}'"\s$*?]+)|\[(?<index>-?[0-9]+)\]|\['(?<name>([^'\\]|\\.)*)'\]|\["(?<name>([^"\\]|\\.)*)"\])""", RegexOptions.ExplicitCapture)]
    private static partial Regex Step();
}
