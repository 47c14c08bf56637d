using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <content>The backchannel authentication endpoint (OpenID Connect CIBA Core 1.0).</content>
public sealed partial class OAuthClient
{
    /// <summary>Sends a backchannel authentication request (OpenID Connect CIBA Core section 7.1).</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What stands for the authentication.</returns>
    public async Task<BackchannelAuthenticationResponse> RequestBackchannelAuthenticationAsync(
        OAuthMethod method, BackchannelAuthenticationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(request);
        var context = Context;
        var plan = context.Plan(method);
        await RequestedAccess.CheckDetailsAsync(context, request, cancellationToken).ConfigureAwait(false);
        var scopes = RequestedAccess.Scopes(context, plan, method, request.Scopes);

        // Section 7.1: it is always among them.
        scopes = scopes.Contains("openid") ? scopes : ["openid", .. scopes];
        var notificationToken = request.Notify ? RandomText.Create() : null;
        var fields = new MessageFields();
        request.Write(fields, notificationToken);
        RequestedAccess.Write(fields, plan, request, scopes);
        await CheckDeliveryModeAsync(context, request.Notify ? "ping" : "poll", cancellationToken).ConfigureAwait(false);

        var values = KeptValues(context, fields);
        var metadata = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        var message = new OutgoingMessage(context, plan, fields, context.Templates.Values.With(values))
        {
            Sign = context.Declaration.Provider.RequestObject == RequestObjectUse.Signed
                ? parameters => RequestObject.SignOutOfBand(context, metadata, parameters)
                : null,
        };
        var answer = await message.SendAsync(cancellationToken).ConfigureAwait(false);
        return BackchannelReplyReader.TryRead(plan, answer.ReadJson(), answer.Reply.ReceivedAt, out var read) is { } failure
            ? throw answer.Unreadable(failure)
            : read! with
            {
                NotificationToken = notificationToken,
                RequestedScopes = scopes,
                TimeProvider = context.Services.TimeProvider,
                Values = values,
            };
    }

    private static async ValueTask CheckDeliveryModeAsync(ProviderContext context, string mode, CancellationToken cancellationToken)
    {
        var metadata = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        if (metadata?.BackchannelTokenDeliveryModesSupported is { Count: > 0 } announced && !announced.Contains(mode))
        {
            throw context.Errors.Make(
                OAuthFailure.InvalidConfiguration,
                $"the provider does not deliver the tokens of a backchannel authentication by {mode}; it announces {Redactor.Clean(string.Join(", ", announced), [])}");
        }
    }
}
