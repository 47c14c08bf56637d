using Refit;

namespace SdkGen.OAuth.Http;

/// <summary>An endpoint of a provider, as HTTP sees it. Refit writes the client; what goes in and comes out is the protocol's affair.</summary>
internal interface IProtocolEndpoint
{
    [Post("")]
    Task<HttpResponseMessage> PostAsync(
        [Url] Uri endpoint, [Body] HttpContent content, [HeaderCollection] IDictionary<string, string> headers, CancellationToken cancellationToken);

    [Get("")]
    Task<HttpResponseMessage> GetAsync(
        [Url] Uri endpoint, [HeaderCollection] IDictionary<string, string> headers, CancellationToken cancellationToken);

    [Get("")]
    Task<HttpResponseMessage> GetOnceAsync(
        [Url] Uri endpoint, [Body] HttpContent content, [HeaderCollection] IDictionary<string, string> headers, CancellationToken cancellationToken);

    [Put("")]
    Task<HttpResponseMessage> PutAsync(
        [Url] Uri endpoint, [Body] HttpContent content, [HeaderCollection] IDictionary<string, string> headers, CancellationToken cancellationToken);

    [Delete("")]
    Task<HttpResponseMessage> DeleteAsync(
        [Url] Uri endpoint, [Body] HttpContent content, [HeaderCollection] IDictionary<string, string> headers, CancellationToken cancellationToken);
}
