using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The token request for a backchannel authentication (OpenID Connect CIBA Core section 10.1), which is to OpenIddict that of a device.</summary>
internal sealed class BackchannelTokenRequests(BackchannelAuthentications authentications) : IOpenIddictServerHandler<ExtractTokenRequestContext>
{
    /// <summary>After the request is read.</summary>
    public static int Order => int.MaxValue - 100_000;

    public ValueTask HandleAsync(ExtractTokenRequestContext context)
    {
        if (context.Request is { } request && request.GrantType == BackchannelGrant.Type)
        {
            var id = (string?)request[BackchannelGrant.RequestId];
            if (string.IsNullOrEmpty(id))
            {
                context.Reject(Errors.InvalidRequest, "There is no auth_req_id.");
            }
            else if (authentications.Find(id) is null)
            {
                context.Reject(Errors.InvalidGrant, "The auth_req_id is unknown.");
            }
            else
            {
                request.GrantType = GrantTypes.DeviceCode;
                request.DeviceCode = id;
            }
        }

        return ValueTask.CompletedTask;
    }
}
