using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The reply of the backchannel authentication endpoint (OpenID Connect CIBA Core section 7.3): what a device would be told, by its own name.</summary>
internal sealed class BackchannelReply(BackchannelAuthentications authentications) : IOpenIddictServerHandler<ApplyDeviceAuthorizationResponseContext>
{
    /// <summary>Before the response is written.</summary>
    public static int Order => int.MinValue + 50_000;

    public ValueTask HandleAsync(ApplyDeviceAuthorizationResponseContext context)
    {
        var response = context.Response;
        if (BackchannelStart.SubjectOf(context.Transaction) is { } subject && response.DeviceCode is { } id)
        {
            authentications.Add(id, new(response.UserCode!, subject, (string?)context.Request![BackchannelGrant.NotificationToken]));
            response[BackchannelGrant.RequestId] = id;
            response.RemoveParameter(Parameters.DeviceCode);
            response.RemoveParameter(Parameters.UserCode);
            response.RemoveParameter(Parameters.VerificationUri);
            response.RemoveParameter(Parameters.VerificationUriComplete);
        }

        return ValueTask.CompletedTask;
    }
}
