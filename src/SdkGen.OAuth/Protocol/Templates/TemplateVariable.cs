using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Protocol;

/// <summary>A declared variable, made ready for use.</summary>
internal sealed class TemplateVariable
{
    private readonly Dictionary<string, string>? _values;
    private readonly Regex? _pattern;
    private readonly string? _default;

    /// <exception cref="TemplateException">The pattern cannot be used, or a token would get another name.</exception>
    public TemplateVariable(OAuthVariableAttribute declared)
    {
        Name = declared.Name;
        From = declared.From;
        _default = declared.Default;
        if (TemplateSyntax.Tokens.Contains(From))
        {
            throw TemplateException.RenamedToken(Name, From!);
        }

        if (declared.Pattern is { } pattern)
        {
            _pattern = Whole(Name, pattern);
        }

        if (declared.Values.Length > 0)
        {
            _values = new(StringComparer.Ordinal);
            foreach (var value in declared.Values)
            {
                // Without a mark the value is name and text in one.
                var mark = value.IndexOf('=', StringComparison.Ordinal);
                _values[mark < 0 ? value : value[..mark]] = value[(mark + 1)..];
            }
        }
    }

    public string Name { get; }

    public string? From { get; }

    /// <summary>Whether the declaration, and not the place in the template, says which values are allowed.</summary>
    public bool IsRestricted => _values is not null || _pattern is not null;

    /// <summary>Whether one of the listed values stands for an empty text: the host of the production, which has no prefix.</summary>
    public bool AllowsNothing => _values?.ContainsValue("") == true;

    /// <summary>The text for a value, or the default where there is none. A value that is not listed stays what it is and fails the check.</summary>
    public string? Resolve(string? value)
    {
        value = string.IsNullOrEmpty(value) ? _default : value;
        return value is not null && _values is not null && _values.TryGetValue(value, out var text) ? text : value;
    }

    /// <summary>Whether the declaration allows the text.</summary>
    public bool Allows(string text) =>
        (_values is null || _values.ContainsValue(text)) && (_pattern is null || _pattern.IsMatch(text));

    /// <summary>The expression for a whole value, matched in a time that no value can make long.</summary>
    private static Regex Whole(string name, string pattern)
    {
        const RegexOptions options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        try
        {
            // By itself first: "a)|(?:b" is no expression, but would be one in parentheses, and for any value that begins with an a.
            _ = new Regex(pattern, options);
            return new Regex(@"\A(?:" + pattern + @")\z", options);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw TemplateException.UnusablePattern(name);
        }
    }
}
