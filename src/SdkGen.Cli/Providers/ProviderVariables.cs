using System.Reflection;
using SdkGen.OAuth;

namespace SdkGen.Cli.Providers;

/// <summary>What the declaration of a provider leaves to the application.</summary>
internal static class ProviderVariables
{
    /// <summary>The names of the variables, as they are typed: the generator makes a property of each.</summary>
    public static IReadOnlyList<string> Of(OAuthClientOptions options) =>
    [
        .. options.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]),
    ];
}
