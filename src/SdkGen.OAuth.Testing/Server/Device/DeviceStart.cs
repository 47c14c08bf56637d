using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The device authorization endpoint (RFC 8628 section 3.2).</summary>
internal sealed class DeviceStart(TestAuthorizationServerOptions options) : IOpenIddictServerHandler<HandleDeviceAuthorizationRequestContext>
{
    public ValueTask HandleAsync(HandleDeviceAuthorizationRequestContext context)
    {
        context.Principal = TestPrincipal.Create(subject: null, context.Request.GetScopes(), context.Request);
        if (options.DeviceInterval is { } interval)
        {
            context.Parameters["interval"] = (long)interval.TotalSeconds;
        }

        return ValueTask.CompletedTask;
    }
}
