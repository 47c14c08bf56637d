namespace SdkGen.OAuth.Protocol;

/// <summary>
/// The grammar of templates: text with holes, <c>https://{tenant}.example.com</c>. A hole is a name, optionally with a source before a
/// dot and a question mark behind; any other brace is a brace. The runtime and the declaration reader share this file.
/// </summary>
internal static class TemplateSyntax
{
    /// <summary>The holes that hold a secret. It can be told from the template alone: no variable may have another name for one.</summary>
    public static readonly string[] Tokens = ["token.access_token", "token.refresh_token", "token.id_token"];

    /// <summary>Splits a template into texts and holes, in order.</summary>
    public static List<TemplatePart> Parse(string template)
    {
        var parts = new List<TemplatePart>();
        var textStart = 0;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '{' || !TryReadHole(template, i, out var name, out var optional, out var end))
            {
                continue;
            }

            if (i > textStart)
            {
                parts.Add(TemplatePart.OfText(template.Substring(textStart, i - textStart)));
            }

            parts.Add(TemplatePart.OfHole(name, optional));
            i = end;
            textStart = end + 1;
        }

        if (textStart < template.Length)
        {
            parts.Add(TemplatePart.OfText(template.Substring(textStart)));
        }

        return parts;
    }

    /// <summary>
    /// Splits the template of a URL, and tells of each hole in which place of the URL it stands: the place decides what may fill it.
    /// </summary>
    public static List<TemplatePart> ParseUrl(string template)
    {
        var parts = Parse(template);
        var place = TemplatePlace.Start;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (!part.IsHole)
            {
                place = PlaceAfter(part.Value, place);
                continue;
            }

            // A host begins behind a text, and the name of a hole holds no slash.
            var wholeHost = place == TemplatePlace.Host
                && parts[i - 1].Value.EndsWith("://", StringComparison.Ordinal)
                && (i + 1 == parts.Count || parts[i + 1] is { IsHole: false } next && next.Value[0] is '/' or ':' or '?' or '#');
            parts[i] = part.At(wholeHost ? TemplatePlace.WholeHost : place);
            if (place == TemplatePlace.Start)
            {
                // A leading hole is a whole URL; what follows it continues that URL's path.
                place = TemplatePlace.Path;
            }
        }

        return parts;
    }

    private static TemplatePlace PlaceAfter(string text, TemplatePlace place)
    {
        var i = 0;
        if (place == TemplatePlace.Start)
        {
            var mark = text.IndexOf("://", StringComparison.Ordinal);
            if (mark < 0)
            {
                return TemplatePlace.Text;
            }

            i = mark + 3;
            place = TemplatePlace.Host;
        }

        for (; i < text.Length; i++)
        {
            place = (text[i], place) switch
            {
                ('#', not TemplatePlace.Text) => TemplatePlace.Fragment,
                ('?', TemplatePlace.Host or TemplatePlace.Path) => TemplatePlace.Query,
                ('/', TemplatePlace.Host) => TemplatePlace.Path,
                _ => place,
            };
        }

        return place;
    }

    private static bool TryReadHole(string template, int open, out string name, out bool optional, out int close)
    {
        name = "";
        optional = false;
        close = template.IndexOf('}', open + 1);
        if (close < 0)
        {
            return false;
        }

        var end = close;
        if (template[end - 1] == '?')
        {
            optional = true;
            end--;
        }

        var start = open + 1;
        for (var i = start; i < end; i++)
        {
            var c = template[i];
            var first = i == start || template[i - 1] == '.';
            if (!(IsLetter(c) || c == '_' || (!first && (c is >= '0' and <= '9' or '-' || (c == '.' && i + 1 < end)))))
            {
                return false;
            }
        }

        name = template.Substring(start, end - start);
        return name.Length > 0;
    }

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';
}
