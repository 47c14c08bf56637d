using SdkGen.OAuth;

namespace SdkGen.Cli.Providers;

/// <summary>A provider of the catalogue, as generic code sees it: what the generator wrote for its interface.</summary>
internal abstract class KnownProvider
{
    /// <summary>The interface.</summary>
    public abstract Type Interface { get; }

    /// <summary>What the interface declares.</summary>
    public abstract OAuthDeclaration Declaration { get; }

    /// <summary>The name of the interface without its <c>I</c>.</summary>
    public string Name => Declaration.Name;

    /// <summary>Makes empty options of the provider's own class.</summary>
    public abstract OAuthClientOptions CreateOptions();

    /// <summary>Makes the generated client.</summary>
    public abstract object CreateClient(OAuthClient client);

    /// <summary>The provider of an interface.</summary>
    internal sealed class Of<T> : KnownProvider
        where T : class, IOAuthProvider<T>
    {
        /// <inheritdoc />
        public override Type Interface => typeof(T);

        /// <inheritdoc />
        public override OAuthDeclaration Declaration => T.Declaration;

        /// <inheritdoc />
        public override OAuthClientOptions CreateOptions() => T.CreateOptions();

        /// <inheritdoc />
        public override object CreateClient(OAuthClient client) => T.CreateClient(client);
    }
}
