using Microsoft.CodeAnalysis.Text;

namespace SdkGen.OAuth.Analyzers.Configuration;

/// <summary>One value of a configuration file.</summary>
/// <param name="Path">The names that lead to it, the last of which is its own; a name such as <c>Ory:ClientSecret</c> is two.</param>
/// <param name="Value">The value.</param>
/// <param name="Span">Where the value stands, without its quotes.</param>
internal sealed record Setting(IReadOnlyList<string> Path, string Value, TextSpan Span)
{
    public string Name => Path.Count == 0 ? "" : Path[Path.Count - 1];

    /// <summary>The path from names that may be paths themselves, as those of environment variables are.</summary>
    public static IReadOnlyList<string> Split(IEnumerable<string> names) =>
        [.. names.SelectMany(name => name.Replace("__", ":").Split(':')).Where(name => name.Length > 0)];
}
