using System.Reflection;

namespace SdkGen.OAuth.Providers.Tests.Framework;

/// <summary>An interface of the catalogue, as generic code sees it.</summary>
internal abstract class CatalogueProvider
{
    public static IReadOnlyList<CatalogueProvider> All { get; } =
        [.. typeof(IGitHub).Assembly.GetTypes().Where(type => type.GetCustomAttribute<OAuthProviderAttribute>() is not null).Select(Of).OrderBy(provider => provider.Type.Name, StringComparer.OrdinalIgnoreCase)];

    public abstract Type Type { get; }

    public abstract OAuthDeclaration Declaration { get; }

    public abstract OAuthClientOptions CreateOptions();

    public abstract object CreateClient(OAuthClient client);

    public static CatalogueProvider Of(Type type) =>
        (CatalogueProvider)Activator.CreateInstance(typeof(Entry<>).MakeGenericType(type))!;

    /// <summary>The name, in test results.</summary>
    public override string ToString() => Type.Name;

    private sealed class Entry<T> : CatalogueProvider
        where T : class, IOAuthProvider<T>
    {
        public override Type Type => typeof(T);

        public override OAuthDeclaration Declaration => T.Declaration;

        public override OAuthClientOptions CreateOptions() => T.CreateOptions();

        public override object CreateClient(OAuthClient client) => T.CreateClient(client);
    }
}
