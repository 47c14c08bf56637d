using System.Collections;
using System.Globalization;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>
/// Further parameters of a request, in order; a name may occur more than once (<c>resource</c>, RFC 8707 section 2).
/// A value that is <see langword="null"/> is left out. What the library states by itself cannot be stated here.
/// </summary>
public sealed class OAuthParameters : IEnumerable<KeyValuePair<string, string>>
{
    /// <summary>Most requests have none.</summary>
    private List<KeyValuePair<string, string>>? _items;

    /// <summary>Makes an empty list.</summary>
    public OAuthParameters()
    {
    }

    /// <summary>Makes a list that begins with the parameters of another.</summary>
    /// <param name="original">The other list.</param>
    public OAuthParameters(OAuthParameters original)
    {
        ArgumentNullException.ThrowIfNull(original);
        _items = original._items is { } items ? [.. items] : null;
    }

    /// <summary>How many there are.</summary>
    public int Count => _items?.Count ?? 0;

    internal IReadOnlyList<KeyValuePair<string, string>> Items => _items ?? (IReadOnlyList<KeyValuePair<string, string>>)[];

    /// <summary>Adds a text.</summary>
    /// <param name="name">The name, as it is sent.</param>
    /// <param name="value">The value; <see langword="null"/> adds nothing.</param>
    /// <exception cref="ArgumentException">The library states this parameter by itself.</exception>
    public void Add(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (ReservedParameters.IsReserved(name))
        {
            throw new ArgumentException($"'{name}' is a parameter that the library states by itself.", nameof(name));
        }

        if (value is not null)
        {
            (_items ??= []).Add(new(name, value));
        }
    }

    /// <summary>Adds <c>true</c> or <c>false</c>.</summary>
    /// <param name="name">The name, as it is sent.</param>
    /// <param name="value">The value; <see langword="null"/> adds nothing.</param>
    public void Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", null => null });

    /// <summary>Adds a whole number.</summary>
    /// <param name="name">The name, as it is sent.</param>
    /// <param name="value">The value; <see langword="null"/> adds nothing.</param>
    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a time span, in whole seconds.</summary>
    /// <param name="name">The name, as it is sent.</param>
    /// <param name="value">The value; <see langword="null"/> adds nothing.</param>
    public void Add(string name, TimeSpan? value) => Add(name, value is { } span ? (long)span.TotalSeconds : null);

    /// <summary>Adds a URI, as it was written.</summary>
    /// <param name="name">The name, as it is sent.</param>
    /// <param name="value">The value; <see langword="null"/> adds nothing.</param>
    public void Add(string name, Uri? value) => Add(name, value?.OriginalString);

    /// <summary>Adds the name once for each value.</summary>
    /// <param name="name">The name, as it is sent.</param>
    /// <param name="values">The values; <see langword="null"/> adds nothing.</param>
    public void Add(string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? [])
        {
            Add(name, value);
        }
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names: a value may be a secret.</summary>
    /// <returns>The names, between commas.</returns>
    public override string ToString() => string.Join(", ", Items.Select(item => item.Key));
}
