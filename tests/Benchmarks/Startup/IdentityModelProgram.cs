using Duende.IdentityModel.Client;

namespace SdkGen.Benchmarks.Startup;

internal static class IdentityModelProgram
{
#if STARTUP
    public static async Task Main() => Console.WriteLine(await RunAsync());
#endif

    public static async Task<string> RunAsync()
    {
        using var http = new HttpClient(new MemoryEndpoint());
        using var request = new ClientCredentialsTokenRequest
        {
            Address = MemoryEndpoint.Address,
            ClientId = "client",
            ClientSecret = "secret",
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            Scope = "api",
        };
        return (await http.RequestClientCredentialsTokenAsync(request)).AccessToken!;
    }
}
