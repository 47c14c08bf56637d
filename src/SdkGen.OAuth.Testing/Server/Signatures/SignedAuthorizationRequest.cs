using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Opens signed authorization requests, which came through the browser or were pushed.</summary>
internal sealed class SignedAuthorizationRequest(RequestObjectCheck requests)
    : IOpenIddictServerHandler<ExtractAuthorizationRequestContext>, IOpenIddictServerHandler<ExtractPushedAuthorizationRequestContext>
{
    private const string Error = "invalid_request_object";

    /// <summary>After everything that reads the request.</summary>
    public static int Order => int.MaxValue - 100;

    public async ValueTask HandleAsync(ExtractAuthorizationRequestContext context)
    {
        if (context.Request is { } request)
        {
            (context.Request, var problem) = await requests.RunAsync(request).ConfigureAwait(false);
            if (problem is not null)
            {
                context.Request = request;
                context.Reject(Error, problem);
            }
        }
    }

    public async ValueTask HandleAsync(ExtractPushedAuthorizationRequestContext context)
    {
        if (context.Request is { } request)
        {
            (context.Request, var problem) = await requests.RunAsync(request).ConfigureAwait(false);
            if (problem is not null)
            {
                context.Request = request;
                context.Reject(Error, problem);
            }
        }
    }
}
