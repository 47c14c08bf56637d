using Microsoft.CodeAnalysis.Text;

namespace SdkGen.OAuth.Analyzers.Configuration;

/// <summary>
/// Reads the settings of an XML file with their places: <c>&lt;add key="…" value="…"/></c>, attributes, and elements that hold a text. What is
/// not well-formed is passed over.
/// </summary>
internal static class XmlSettings
{
    private const int MaxDepth = 100;

    public static IEnumerable<Setting> Read(string text)
    {
        var open = new List<(string Name, string? Key)>();
        var position = 0;
        while ((position = text.IndexOf('<', position)) >= 0)
        {
            if (SkipSpecial(text, ref position))
            {
                continue;
            }

            if (position + 1 < text.Length && text[position + 1] == '/')
            {
                if (open.Count > 0)
                {
                    open.RemoveAt(open.Count - 1);
                }

                position++;
                continue;
            }

            position++;
            var element = ReadName(text, ref position);
            var attributes = ReadAttributes(text, ref position, out var isEmpty);
            var key = attributes.Find(attribute => attribute.Name is "key" or "name").Value;
            foreach (var attribute in attributes)
            {
                if (attribute.Name == "value" && key is not null)
                {
                    yield return new(Setting.Split([.. open.Select(parent => parent.Key ?? parent.Name), key]), attribute.Value, attribute.Span);
                }
                else if (attribute.Name is not ("key" or "name"))
                {
                    yield return new(Setting.Split([.. open.Select(parent => parent.Key ?? parent.Name), element, attribute.Name]), attribute.Value, attribute.Span);
                }
            }

            if (isEmpty || element.Length == 0 || open.Count >= MaxDepth)
            {
                continue;
            }

            open.Add((element, key));
            var end = text.IndexOf('<', position);
            if (end > position && text.Substring(position, end - position) is var content && content.Trim() is { Length: > 0 } value)
            {
                var start = position + content.IndexOf(value, StringComparison.Ordinal);

                // <setting name="ClientSecret"><value>…</value></setting>
                var path = element == "value" ? open.Take(open.Count - 1) : open;
                yield return new(Setting.Split(path.Select(parent => parent.Key ?? parent.Name)), Unescape(value), new(start, value.Length));
            }
        }
    }

    /// <summary>Comments, declarations, and text that is quoted as a whole.</summary>
    private static bool SkipSpecial(string text, ref int position)
    {
        foreach (var (start, end) in Specials)
        {
            if (string.CompareOrdinal(text, position, start, 0, start.Length) == 0)
            {
                var closing = text.IndexOf(end, position + start.Length, StringComparison.Ordinal);
                position = closing < 0 ? text.Length : closing + end.Length;
                return true;
            }
        }

        return false;
    }

    private static List<(string Name, string Value, TextSpan Span)> ReadAttributes(string text, ref int position, out bool isEmpty)
    {
        var attributes = new List<(string Name, string Value, TextSpan Span)>();
        isEmpty = false;
        while (position < text.Length && text[position] is not ('>' or '<'))
        {
            isEmpty = text[position] == '/';
            if (!IsNameCharacter(text[position]))
            {
                position++;
                continue;
            }

            var name = ReadName(text, ref position);
            SkipSpace(text, ref position);
            if (position >= text.Length || text[position] != '=')
            {
                continue;
            }

            position++;
            SkipSpace(text, ref position);
            if (position >= text.Length || text[position] is not ('"' or '\''))
            {
                continue;
            }

            var end = text.IndexOf(text[position], position + 1);
            if (end < 0)
            {
                // The quote that someone has yet to type.
                position = text.Length;
                break;
            }

            attributes.Add((name, Unescape(text.Substring(position + 1, end - position - 1)), TextSpan.FromBounds(position + 1, end)));
            position = end + 1;
        }

        if (position < text.Length && text[position] == '>')
        {
            position++;
        }

        return attributes;
    }

    private static string ReadName(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && IsNameCharacter(text[position]))
        {
            position++;
        }

        return text.Substring(start, position - start);
    }

    private static void SkipSpace(string text, ref int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private static bool IsNameCharacter(char character) => char.IsLetterOrDigit(character) || character is '_' or '-' or '.' or ':';

    private static string Unescape(string text) =>
        text.IndexOf('&') < 0
            ? text
            : text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&apos;", "'").Replace("&amp;", "&");

    private static readonly (string Start, string End)[] Specials = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")];
}
