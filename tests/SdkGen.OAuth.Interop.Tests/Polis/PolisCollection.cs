namespace SdkGen.OAuth.Interop.Tests.Polis;

[CollectionDefinition("Polis")]
public sealed class PolisCollection : ICollectionFixture<PolisPeer>;
