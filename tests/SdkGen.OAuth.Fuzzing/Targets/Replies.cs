using System.Net;

namespace SdkGen.OAuth.Fuzzing.Targets;

/// <summary>The provider's side of the wire: what a path answers.</summary>
internal sealed class Replies : HttpMessageHandler
{
    private readonly Dictionary<string, (HttpStatusCode Status, byte[] Body)> _replies = new(StringComparer.Ordinal);

    public Replies Set(string path, byte[] body, HttpStatusCode status = HttpStatusCode.OK)
    {
        _replies[path] = (status, body);
        return this;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Scheme != Uri.UriSchemeHttps)
        {
            throw new FindingException("nothing is sent by plain http");
        }

        var (status, body) = _replies.TryGetValue(request.RequestUri.AbsolutePath, out var reply) ? reply : (HttpStatusCode.NotFound, []);
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return Task.FromResult(new HttpResponseMessage(status) { Content = content });
    }
}
