namespace SdkGen.OAuth;

/// <summary>The last step before a request is sent: it may add parameters, and sees neither secrets nor what protects the flow.</summary>
public interface IOAuthRequestHook : IOAuthHook
{
    /// <summary>Completes a request.</summary>
    /// <param name="request">The request, with all that is declared.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that ends when the request is complete.</returns>
    ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken);
}
