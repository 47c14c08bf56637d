using System.Reflection;
using SdkGen.OAuth;

namespace SdkGen.Cli.Providers;

/// <summary>What the declaration of a provider leaves to the application.</summary>
internal static class ProviderVariables
{
    /// <summary>The names of all variables, as they are typed.</summary>
    public static IReadOnlyList<string> Of(KnownProvider provider) =>
        [.. OfOptions(provider.CreateOptions()), .. OfSignIns(provider.Declaration)];

    /// <summary>Those that each sign-in states for itself.</summary>
    public static IEnumerable<string> OfSignIns(OAuthDeclaration declaration) =>
        declaration.Variables.Where(variable => variable.From == "request").Select(variable => variable.Name);

    /// <summary>Those that an application states once: the generator makes a property of each.</summary>
    private static IReadOnlyList<string> OfOptions(OAuthClientOptions options) =>
    [
        .. options.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]),
    ];
}
