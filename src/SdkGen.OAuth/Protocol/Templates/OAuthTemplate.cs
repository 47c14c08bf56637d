using System.Text;

namespace SdkGen.OAuth.Protocol;

/// <summary>A template of a value that is no URL: a request parameter, a client id, a header.</summary>
internal sealed class OAuthTemplate
{
    private readonly List<TemplatePart> _parts;
    private readonly string? _constant;

    public OAuthTemplate(string text)
    {
        _parts = TemplateSyntax.Parse(text);
        _constant = _parts.Exists(part => part.IsHole) ? null : text;
    }

    /// <summary>The names of the holes.</summary>
    public IEnumerable<string> Names => _parts.Where(part => part.IsHole).Select(part => part.Value);

    /// <summary>The names of the holes, and whether each may stay empty.</summary>
    public IEnumerable<(string Name, bool IsOptional)> Holes =>
        _parts.Where(part => part.IsHole).Select(part => (part.Value, part.IsOptional));

    /// <summary>The value, or <see langword="null"/> if an optional hole has none.</summary>
    /// <param name="values">What fills the holes.</param>
    /// <param name="encode">Whether values are percent-encoded: the text is itself a query.</param>
    /// <exception cref="TemplateException">A hole has no value or one that its variable does not allow.</exception>
    public string? Expand(TemplateValues values, bool encode = false)
    {
        if (_constant is not null)
        {
            return _constant;
        }

        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            if (!part.IsHole)
            {
                text.Append(part.Value);
                continue;
            }

            var value = values.Find(part.Value);
            if (value is { Length: 0 } && !part.IsOptional && values.Variable(part.Value) is { AllowsNothing: true })
            {
                continue;
            }

            if (string.IsNullOrEmpty(value))
            {
                return part.IsOptional ? null : throw TemplateException.NoValue(part.Value);
            }

            if (values.Variable(part.Value) is { } variable && !variable.Allows(value))
            {
                throw TemplateException.NotAllowed(part.Value);
            }

            text.Append(encode ? Uri.EscapeDataString(value) : value);
        }

        return text.ToString();
    }
}
