using System.Collections.Immutable;
using System.Text;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Generator;

/// <summary>The file name of generated code: the full name of the interface.</summary>
internal static class HintName
{
    public static string Of(ProviderModel provider)
    {
        var name = new StringBuilder(provider.Namespace);
        foreach (var type in provider.ContainingTypes)
        {
            name.Append(name.Length > 0 ? "." : "").Append(type, type.LastIndexOf(' ') + 1, type.Length - type.LastIndexOf(' ') - 1);
        }

        return name.Append(name.Length > 0 ? "." : "").Append(provider.InterfaceName).Replace("@", "").ToString();
    }

    /// <summary>The same, told apart from names that differ in case alone: C# allows those, file names do not.</summary>
    public static string Of(ProviderModel provider, EquatableArray<string> clashes)
    {
        var name = Of(provider);
        for (var i = 0; i < clashes.Count; i++)
        {
            if (clashes[i] == name)
            {
                return $"{name}.{i}.g.cs";
            }
        }

        return name + ".g.cs";
    }

    /// <summary>The names that occur more than once if case does not count. There are none, but for mischief.</summary>
    public static EquatableArray<string> Clashes(ImmutableArray<string> names) => new(names
        .Distinct(StringComparer.Ordinal)
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group)
        .OrderBy(name => name, StringComparer.Ordinal));
}
