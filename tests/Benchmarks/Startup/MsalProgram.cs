using Microsoft.Identity.Client;

namespace SdkGen.Benchmarks.Startup;

internal sealed class MsalProgram : IMsalHttpClientFactory
{
#if STARTUP
    public static async Task Main() => Console.WriteLine(await RunAsync());
#endif

    public static async Task<string> RunAsync()
    {
        var application = ConfidentialClientApplicationBuilder.Create("client")
            .WithClientSecret("secret")
            .WithAuthority("https://login.microsoftonline.com/tenant", validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new MsalProgram())
            .Build();
        return (await application.AcquireTokenForClient(["api"]).ExecuteAsync()).AccessToken;
    }

    public HttpClient GetHttpClient() => new(new MemoryEndpoint());
}
