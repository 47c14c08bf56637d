using OpenIddict.Abstractions;
using OpenIddict.Server;
using SdkGen.OAuth.Testing.Http;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The metadata of what OpenIddict does not have by itself.</summary>
internal sealed class FurtherMetadata : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        context.Metadata["registration_endpoint"] = new Uri(context.BaseUri!, EndpointPaths.Registration).AbsoluteUri;
        context.GrantTypes.Add(BackchannelGrant.Type);
        context.Metadata["backchannel_authentication_endpoint"] = new Uri(context.BaseUri!, EndpointPaths.BackchannelAuthentication).AbsoluteUri;
        context.Metadata["backchannel_token_delivery_modes_supported"] = new OpenIddictParameter(["poll", "ping"]);
        context.Metadata["backchannel_user_code_parameter_supported"] = true;
        return ValueTask.CompletedTask;
    }
}
