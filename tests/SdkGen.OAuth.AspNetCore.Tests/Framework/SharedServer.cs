using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests;

/// <summary>One server for the tests of a class that change nothing about it.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    public TestAuthorizationServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await TestAuthorizationServer.StartAsync(new() { ListenOnLoopback = false });

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
