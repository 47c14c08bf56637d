using System.Net;
using System.Text;

namespace SdkGen.Benchmarks.Startup;

/// <summary>A token endpoint in memory, so that the start of a program is all that is measured.</summary>
internal sealed class MemoryEndpoint : HttpMessageHandler
{
    public const string Address = "https://login.microsoftonline.com/tenant/oauth2/v2.0/token";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("""{"access_token":"mF_9.B5f-4.1JqM","token_type":"Bearer","expires_in":3600}""", Encoding.UTF8, "application/json"),
        });
}
