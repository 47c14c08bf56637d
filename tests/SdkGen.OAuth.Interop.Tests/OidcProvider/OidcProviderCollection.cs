namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

[CollectionDefinition(Name)]
public sealed class OidcProviderCollection : ICollectionFixture<OidcProviderPeer>
{
    public const string Name = "oidc-provider";
}
