using System.Text.Json.Serialization;
using Refit;

namespace SdkGen.Benchmarks.Startup;

internal interface IStartedEndpoint
{
    [Post("/tenant/oauth2/v2.0/token")]
    Task<StartedReply> RequestAsync([Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form);
}

internal sealed record StartedReply([property: JsonPropertyName("access_token")] string AccessToken);

[JsonSerializable(typeof(StartedReply))]
internal sealed partial class StartedContext : JsonSerializerContext;

internal static class RefitProgram
{
#if STARTUP
    public static async Task Main() => Console.WriteLine(await RunAsync());
#endif

    public static async Task<string> RunAsync()
    {
        var endpoint = RestService.ForGenerated<IStartedEndpoint>(
            new HttpClient(new MemoryEndpoint()) { BaseAddress = new("https://login.microsoftonline.com") }, StartedContext.Default);
        var reply = await endpoint.RequestAsync(new(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = "api",
            ["client_id"] = "client",
            ["client_secret"] = "secret",
        });
        return reply.AccessToken;
    }
}
