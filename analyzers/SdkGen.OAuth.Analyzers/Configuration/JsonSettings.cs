using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SdkGen.OAuth.Analyzers.Configuration;

/// <summary>
/// Reads the texts of a JSON file with their places. Comments and trailing commas are what .NET reads in its configuration; of a file that
/// is broken, which it is while someone types, everything is read that can be.
/// </summary>
internal static class JsonSettings
{
    public static IEnumerable<Setting> Read(string text)
    {
        // The name that each open object or array has; the name that waits for its value.
        var open = new Stack<string?>();
        string? name = null;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '/' when i + 1 < text.Length && text[i + 1] == '/':
                    i = LineEnd(text, i);
                    break;
                case '/' when i + 1 < text.Length && text[i + 1] == '*':
                    var end = text.IndexOf("*/", i + 2, StringComparison.Ordinal);
                    i = end < 0 ? text.Length : end + 1;
                    break;
                case '{' or '[':
                    open.Push(name);
                    name = null;
                    break;
                case '}' or ']':
                    if (open.Count > 0)
                    {
                        open.Pop();
                    }

                    name = null;
                    break;
                case ',':
                    name = null;
                    break;
                case '"':
                    var start = i + 1;
                    var value = ReadString(text, ref i);
                    if (name is null && IsName(text, i + 1))
                    {
                        name = value;
                    }
                    else if (value.Length > 0)
                    {
                        // An entry of an array has the name of the array.
                        yield return new(
                            Setting.Split([.. open.Reverse().OfType<string>(), .. name is null ? Array.Empty<string>() : [name]]),
                            value,
                            TextSpan.FromBounds(start, Math.Min(i, text.Length)));
                        name = null;
                    }

                    break;
            }
        }
    }

    /// <summary>Reads what is in quotes, and stops at the closing one or, where that is missing, at the end of the line.</summary>
    private static string ReadString(string text, ref int position)
    {
        var value = new StringBuilder();
        for (position++; position < text.Length && text[position] is not ('"' or '\r' or '\n'); position++)
        {
            if (text[position] != '\\' || position + 1 >= text.Length)
            {
                value.Append(text[position]);
                continue;
            }

            position++;
            if (text[position] == 'u' && position + 4 < text.Length
                && int.TryParse(text.Substring(position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                value.Append((char)code);
                position += 4;
            }
            else
            {
                value.Append(text[position] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
            }
        }

        return value.ToString();
    }

    private static bool IsName(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position < text.Length && text[position] == ':';
    }

    private static int LineEnd(string text, int position)
    {
        var end = text.IndexOf('\n', position);
        return end < 0 ? text.Length : end;
    }
}
