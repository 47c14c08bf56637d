using SdkGen.OAuth;

namespace SdkGen.Benchmarks.Startup;

[OAuthProvider(TokenEndpoint = MemoryEndpoint.Address, ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
internal partial interface IStarted : IClientCredentialsGrant;

internal static class SdkGenProgram
{
#if STARTUP
    public static async Task Main() => Console.WriteLine(await RunAsync());
#endif

    public static async Task<string> RunAsync()
    {
        var client = StartedClient.Create(new() { ClientId = "client", ClientSecret = "secret", BackchannelHandler = new MemoryEndpoint() });
        return (await client.RequestClientTokenAsync(new() { Scopes = ["api"] })).AccessToken;
    }
}
