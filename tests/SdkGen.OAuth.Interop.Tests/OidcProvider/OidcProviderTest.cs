namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>What the tests of oidc-provider share: its clients.</summary>
[Collection(OidcProviderCollection.Name)]
[Trait("Category", "Interop")]
public abstract class OidcProviderTest
{
    protected OidcProviderTest(OidcProviderPeer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        peer.Require();
        Peer = peer;
    }

    protected OidcProviderPeer Peer { get; }

    /// <summary>A client of the server.</summary>
    /// <param name="id">Its id; one without a secret is public or has a key.</param>
    /// <param name="setting">Under which setting of the server.</param>
    /// <param name="configure">Further options.</param>
    protected T Client<T>(string id = "basic", string setting = "open", Action<OAuthClientOptions>? configure = null)
        where T : class, IOAuthProvider<T> => Clients.Create<T>(Peer.Issuer(setting), options =>
        {
            options.ClientId = id;
            options.ClientSecret = id switch
            {
                "public" or "native" or "pkjwt" or "jar" => null,
                OidcProviderPeer.WeirdId or "weird-secret" => OidcProviderPeer.WeirdSecret,
                _ => OidcProviderPeer.Secret,
            };
            options.ClientKey = id is "pkjwt" or "jar" ? Peer.Key : null;
            configure?.Invoke(options);
        });

    protected IOidcProvider Basic(Action<OAuthClientOptions>? configure = null) => Client<IOidcProvider>(configure: configure);
}
