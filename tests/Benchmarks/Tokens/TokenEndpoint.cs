using System.Net;
using System.Text;

namespace SdkGen.Benchmarks.Tokens;

/// <summary>A token endpoint that answers at once, with another token each time, as large as a JWT of Entra's.</summary>
internal sealed class TokenEndpoint : HttpMessageHandler
{
    /// <summary>How many characters a token has, at least.</summary>
    internal const int Length = 1500;

    private static readonly string Filling = new('x', Length);

    private int _tokens;

    /// <summary>How often it was asked.</summary>
    public int Requests => _tokens;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = $$"""{"access_token":"{{Interlocked.Increment(ref _tokens)}}{{Filling}}","token_type":"Bearer","expires_in":3600}""";
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(token, Encoding.UTF8, "application/json") });
    }
}
