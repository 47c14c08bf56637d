using Microsoft.AspNetCore.Http;
using SdkGen.OAuth.Testing.Http;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The endpoints that OpenIddict does not have.</summary>
internal static class FurtherEndpoints
{
    public static Task InvokeAsync(HttpContext context)
    {
        switch (EndpointPaths.Find(context.Request.Path))
        {
            case TestEndpoint.Registration:
                return RegistrationEndpoint.InvokeAsync(context);

            case TestEndpoint.ResourceMetadata:
                return ProtectedApi.DescribeAsync(context);

            case TestEndpoint.Api:
                return ProtectedApi.InvokeAsync(context);

            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }
}
