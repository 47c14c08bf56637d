using SdkGen.Cli.Inputs;
using SdkGen.Cli.Running;
using SdkGen.OAuth;
using SdkGen.OAuth.Providers;

namespace SdkGen.Cli.Providers;

/// <summary>
/// The providers of the package SdkGen.OAuth.Providers. They are found by reflection, as no program of a user's would find them: a program knows
/// its provider, and this one learns its name only when it is typed.
/// </summary>
internal static class Catalogue
{
    private static readonly Lazy<Dictionary<string, Type>> Interfaces = new(() => typeof(IOry).Assembly.GetExportedTypes()
        .Where(type => type.IsInterface && type.IsDefined(typeof(OAuthProviderAttribute), inherit: false))
        .ToDictionary(type => type.Name[1..], StringComparer.OrdinalIgnoreCase));

    /// <summary>The names, in order.</summary>
    public static IEnumerable<string> Names => Interfaces.Value.Keys.Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a provider, however its name is spelled: <c>GitHub</c>, <c>github</c>, <c>git-hub</c>.</summary>
    /// <exception cref="CommandException">There is none of this name.</exception>
    public static KnownProvider Find(string name)
    {
        var spelled = string.Concat(name.Where(char.IsLetterOrDigit));
        if (Interfaces.Value.TryGetValue(spelled, out var type))
        {
            return (KnownProvider)Activator.CreateInstance(typeof(KnownProvider.Of<>).MakeGenericType(type))!;
        }

        var close = Spelling.Closest(spelled, Names);
        throw CommandException.Usage(
            $"The catalogue has no provider '{name}'.",
            (close.Count > 0 ? $"Did you mean {string.Join(", ", close)}? " : "")
            + "docs/providers.md lists all of them; any other server is reached by --issuer https://….");
    }
}
