namespace SdkGen.OAuth;

/// <summary>
/// What generic code needs to know of a provider's interface, implemented by the generated part of that interface.
/// There is nothing to implement by hand: declare the interface <c>partial</c> and annotate it with <see cref="OAuthProviderAttribute"/>.
/// </summary>
/// <typeparam name="TSelf">The interface itself.</typeparam>
public interface IOAuthProvider<TSelf>
    where TSelf : class, IOAuthProvider<TSelf>
{
    /// <summary>What the interface declares.</summary>
    static abstract OAuthDeclaration Declaration { get; }

    /// <summary>Makes empty options of the provider's own class.</summary>
    /// <returns>Options without client id, secret or variables.</returns>
    static abstract OAuthClientOptions CreateOptions();

    /// <summary>Makes the generated client.</summary>
    /// <param name="client">What does the work.</param>
    /// <returns>The client.</returns>
    static abstract TSelf CreateClient(OAuthClient client);
}
