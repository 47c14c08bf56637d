using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Declaration;

/// <summary>
/// The issuer of a declaration against the issuer of a document. A document is of one tenant; where the declaration leaves the tenant open,
/// <c>https://{tenant}.example.com</c>, its URLs become templates too.
/// </summary>
internal sealed class IssuerTemplate
{
    /// <summary>A shorter value can stand in a URL by chance.</summary>
    private const int MinCertainLength = 6;

    private readonly string _template;
    private readonly string _issuer;
    private readonly List<(string Name, string Value)> _values;

    private IssuerTemplate(string template, string issuer, List<(string Name, string Value)> values)
    {
        _template = template;
        _issuer = issuer;
        _values = values;
    }

    /// <summary>The issuer as it is declared.</summary>
    public string Text => _template;

    /// <summary>Whether the tenant is left open.</summary>
    public bool IsOpen => _values.Count > 0;

    /// <summary>What the document's tenant puts into the holes.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values => _values.Select(value => new KeyValuePair<string, string>(value.Name, value.Value));

    /// <summary>Fits an issuer into a declared one; nothing if it is another.</summary>
    public static IssuerTemplate? Match(string declared, string issuer)
    {
        var parts = TemplateSyntax.Parse(declared);
        var values = new List<(string Name, string Value)>();
        var at = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (!parts[i].IsHole)
            {
                if (string.CompareOrdinal(issuer, at, parts[i].Value, 0, parts[i].Value.Length) != 0)
                {
                    return null;
                }

                at += parts[i].Value.Length;
                continue;
            }

            var end = i + 1 == parts.Count ? issuer.Length : issuer.IndexOf(parts[i + 1].Value, at, StringComparison.Ordinal);
            if (end <= at)
            {
                return null;
            }

            values.Add((parts[i].Value, issuer.Substring(at, end - at)));
            at = end;
        }

        return at == issuer.Length ? new(declared, issuer, values) : null;
    }

    /// <summary>A URL of the document as the declaration would state it; nothing if it is not certain which part of it is the tenant's.</summary>
    public string? Apply(string url)
    {
        if (!IsOpen)
        {
            // What is in braces is text here, and would be a hole there.
            return TemplateSyntax.Parse(url).Exists(part => part.IsHole) ? null : url;
        }

        var issuer = _issuer.TrimEnd('/');
        var rest = url.StartsWith(issuer + "/", StringComparison.Ordinal) ? url.Substring(issuer.Length) : null;
        var result = rest is null ? url : _template.TrimEnd('/') + rest;
        if (rest is not null)
        {
            return IsCertain(rest) ? result : null;
        }

        foreach (var (name, value) in _values)
        {
            if (value.Length >= MinCertainLength)
            {
                result = ReplaceWhole(result, value, "{" + name + "}");
            }
        }

        return IsCertain(result) ? result : null;
    }

    private bool IsCertain(string text) => _values.TrueForAll(value => text.IndexOf(value.Value, StringComparison.OrdinalIgnoreCase) < 0);

    /// <summary>Replaces a value where it is a label of the host or a segment of the path.</summary>
    private static string ReplaceWhole(string text, string value, string by)
    {
        for (var at = 0; (at = text.IndexOf(value, at, StringComparison.Ordinal)) >= 0;)
        {
            var end = at + value.Length;
            if ((at == 0 || text[at - 1] is '/' or '.') && (end == text.Length || text[end] is '/' or '.' or ':' or '?'))
            {
                text = text.Substring(0, at) + by + text.Substring(end);
                at += by.Length;
            }
            else
            {
                at = end;
            }
        }

        return text;
    }
}
