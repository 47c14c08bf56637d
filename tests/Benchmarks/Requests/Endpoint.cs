using System.Net;
using System.Net.Http.Headers;

namespace SdkGen.Benchmarks.Requests;

/// <summary>A token endpoint in memory: it reads the request, as a wire would, and answers at once with the same few bytes.</summary>
internal sealed class Endpoint : DelegatingHandler
{
    public const string Address = "https://login.microsoftonline.com/tenant/oauth2/v2.0/token";
    public const string Token = "mF_9.B5f-4.1JqM-mF_9.B5f-4.1JqM-mF_9.B5f-4.1JqM";

    private static readonly byte[] Reply =
        System.Text.Encoding.ASCII.GetBytes($$"""{"access_token":"{{Token}}","token_type":"Bearer","expires_in":3600}""");

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        var content = new ByteArrayContent(Reply);
        content.Headers.ContentType = Json;
        return new(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
