using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Protocol;

/// <summary>A declared variable, made ready for use.</summary>
internal sealed class TemplateVariable
{
    private readonly Dictionary<string, string>? _values;
    private readonly Regex? _pattern;
    private readonly string? _default;

    public TemplateVariable(OAuthVariableAttribute declared)
    {
        Name = declared.Name;
        From = declared.From;
        _default = declared.Default;
        if (declared.Pattern is { } pattern)
        {
            _pattern = new Regex(@"\A(?:" + pattern + @")\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }

        if (declared.Values.Length > 0)
        {
            _values = new(StringComparer.Ordinal);
            foreach (var value in declared.Values)
            {
                var mark = value.IndexOf('=', StringComparison.Ordinal);
                _values[mark < 0 ? value : value[..mark]] = mark < 0 ? value : value[(mark + 1)..];
            }
        }
    }

    public string Name { get; }

    public string? From { get; }

    public bool HasDefault => _default is not null;

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
}
