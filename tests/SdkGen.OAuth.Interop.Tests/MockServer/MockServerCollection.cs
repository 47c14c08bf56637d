namespace SdkGen.OAuth.Interop.Tests.MockServer;

[CollectionDefinition("oauth2-mock-server")]
public sealed class MockServerCollection : ICollectionFixture<MockServerPeer>;
