using System.Net;

namespace SdkGen.OAuth.Interop.Tests;

/// <summary>Brings what is for one address to another one: a provider keeps its real URLs, and its imitation is on this machine.</summary>
internal sealed class ElsewhereHandler : DelegatingHandler
{
    private readonly Uri _there;
    private readonly Uri _here;

    public ElsewhereHandler(Uri there, Uri here)
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) => (_there, _here) = (there, here);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        if (asked.GetLeftPart(UriPartial.Authority) != _there.GetLeftPart(UriPartial.Authority))
        {
            return new(HttpStatusCode.BadGateway) { RequestMessage = request };
        }

        request.RequestUri = new(_here, asked.PathAndQuery);
        var response = await base.SendAsync(request, cancellationToken);
        request.RequestUri = asked;
        return response;
    }
}
