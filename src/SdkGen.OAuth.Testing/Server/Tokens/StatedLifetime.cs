using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>
/// States <c>expires_in</c> as the options do. OpenIddict computes it from a time without fractions, so that it would be a second less
/// every other time.
/// </summary>
internal sealed class StatedLifetime(TestAuthorizationServerOptions options) : IOpenIddictServerHandler<ProcessSignInContext>
{
    public static int Order => OpenIddictServerHandlers.AttachSignInParameters.Descriptor.Order + 500;

    public ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.IncludeAccessToken || context.IssuedTokenType == TokenTypeIdentifiers.AccessToken)
        {
            context.Response.ExpiresIn = (long)options.AccessTokenLifetime.TotalSeconds;
        }
        else if (context.IncludeDeviceCode)
        {
            context.Response.ExpiresIn = (long)(context.Principal!.GetDeviceCodeLifetime() ?? options.DeviceCodeLifetime).TotalSeconds;
        }

        return ValueTask.CompletedTask;
    }
}
