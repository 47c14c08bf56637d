namespace SdkGen.OAuth.Interop.Tests.Glewlwyd;

[CollectionDefinition("Glewlwyd")]
public sealed class GlewlwydCollection : ICollectionFixture<GlewlwydPeer>;
