using System.Text.Json;

namespace SdkGen.OAuth.Protocol;

/// <summary>The path of a member in a reply: names, dots and <c>[n]</c>, as in <c>data.items[0].id</c>.</summary>
internal sealed class JsonPath
{
    private readonly List<(string? Name, int Index)> _steps = [];

    public JsonPath(string text)
    {
        foreach (var step in text.Split('.'))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? step : step[..bracket];
            if (name.Length > 0)
            {
                _steps.Add((name, 0));
            }

            while (bracket >= 0)
            {
                var close = step.IndexOf(']', bracket);
                if (close < 0 || !int.TryParse(step.AsSpan(bracket + 1, close - bracket - 1), out var index))
                {
                    throw new FormatException($"'{text}' is not a path of names, dots and [n].");
                }

                _steps.Add((null, index));
                bracket = step.IndexOf('[', close);
            }
        }
    }

    /// <summary>The name, if the path is nothing else: so a parameter of a callback is named, which has no structure.</summary>
    public string? Name => _steps is [{ Name: { } name }] ? name : null;

    /// <summary>The element at the path, or nothing if a step of it is not there.</summary>
    public JsonElement? Find(JsonElement element)
    {
        foreach (var (name, index) in _steps)
        {
            if (name is not null)
            {
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                {
                    return null;
                }
            }
            else if (element.ValueKind == JsonValueKind.Array && index >= 0 && index < element.GetArrayLength())
            {
                element = element[index];
            }
            else
            {
                return null;
            }
        }

        return element;
    }
}
