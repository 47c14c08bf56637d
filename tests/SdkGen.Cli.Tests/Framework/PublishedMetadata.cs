using System.Net;
using System.Text;
using SdkGen.OAuth;

namespace SdkGen.Cli.Tests.Framework;

/// <summary>Metadata that an issuer publishes at one well-known place, without a network.</summary>
internal sealed class PublishedMetadata(string path, string json) : HttpMessageHandler
{
    public static Task<MetadataDocument> FetchAsync(string issuer, string json, bool isOAuthOnly = false) =>
        MetadataDocument.FetchAsync(
            issuer,
            new()
            {
                AllowOpenIssuer = true,
                BackchannelHandler = new PublishedMetadata(isOAuthOnly ? "/.well-known/oauth-authorization-server" : "/.well-known/openid-configuration", json),
            });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(request.RequestUri!.AbsolutePath.Contains(path, StringComparison.Ordinal)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json"), RequestMessage = request }
            : new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request });
}
