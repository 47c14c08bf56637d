namespace SdkGen.OAuth.Testing.Http;

/// <summary>The way to the server in memory. What breaks there looks as it does on a socket.</summary>
internal sealed class MemoryHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not HttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded, "The server closed the connection without a reply.", new IOException(exception.Message, exception));
        }
    }
}
