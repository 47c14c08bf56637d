using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <content>Where messages go: as declared, or else as the metadata say.</content>
internal sealed partial class ProviderContext
{
    /// <summary>The endpoint of a message.</summary>
    public async ValueTask<string> GetEndpointAsync(MessagePlan plan, TemplateValues values, CancellationToken cancellationToken)
    {
        var metadata = await GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        if (Options.Metadata is null && (HasCertificate ? plan.MutualTlsEndpoint ?? plan.Endpoint : plan.Endpoint) is { } declared)
        {
            return Fill((declared, values), static part => part.declared.Expand(part.values));
        }

        return metadata?.Endpoint(plan.Message, HasCertificate) is { } endpoint
            ? Announced(endpoint)
            : throw Errors.Make(
                OAuthFailure.MissingEndpoint,
                $"there is no endpoint for the {plan.Message} message: the metadata names none. Declare it in [OAuthProvider]");
    }

    /// <summary>Where authorization requests are pushed to (RFC 9126), or nothing if the browser carries them whole.</summary>
    public async ValueTask<string?> GetPushedEndpointAsync(TemplateValues values, CancellationToken cancellationToken)
    {
        var metadata = await GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        if (!Declaration.PushesAuthorizationRequests && metadata?.RequirePushedAuthorizationRequests != true)
        {
            return null;
        }

        if (Options.Metadata is null && Declaration.Provider.PushedAuthorizationRequestEndpoint is { } declared)
        {
            return Fill((declared, values), static part => new UrlTemplate(part.declared).Expand(part.values));
        }

        var announced = HasCertificate ? metadata?.MutualTlsEndpointAliases?.PushedAuthorizationRequestEndpoint : null;
        return (announced ?? metadata?.PushedAuthorizationRequestEndpoint) is { } endpoint
            ? Announced(endpoint)
            : throw Errors.Make(
                OAuthFailure.MissingEndpoint,
                "authorization requests have to be pushed, but there is no endpoint for that: the metadata names none. Declare PushedAuthorizationRequestEndpoint in [OAuthProvider]");
    }

    /// <summary>Whether the client has a certificate. One that has expired since the start would end as a broken connection.</summary>
    private bool HasCertificate => Options.ClientCertificate is { } certificate
        && (PresentedCertificate.Problem(certificate) is { } problem
            ? throw Errors.Make(OAuthFailure.InvalidConfiguration, $"ClientCertificate {problem}")
            : true);

    /// <summary>
    /// An endpoint as metadata name it. Plain http to this machine is for providers on this machine: one elsewhere has no endpoints here.
    /// </summary>
    private string Announced(string endpoint) => Fill((this, endpoint), static part =>
        part.Item1.Options.Metadata is null && part.Item1.Issuer?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true
        && !part.endpoint.TrimStart().StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            ? throw new TemplateException($"'{Redactor.WithoutQuery(part.endpoint)}', which the metadata name, is not an absolute https URL")
            : UrlTemplate.RequireSecure(part.endpoint));

    private bool LeavesEndpointsToMetadata() =>
        Options.Metadata is not null
        || (Declaration.PushesAuthorizationRequests && Declaration.Provider.PushedAuthorizationRequestEndpoint is null)
        || Enum.GetValues<OAuthMessage>().Any(LeavesEndpointToMetadata);

    private bool LeavesEndpointToMetadata(OAuthMessage message) =>
        System.Numerics.BitOperations.PopCount((uint)message) == 1
        && Declaration.Messages.HasFlag(message)
        && Plan(WellKnown(message)).Endpoint is null;

    private static OAuthMethod WellKnown(OAuthMessage message) => message switch
    {
        OAuthMessage.Authorization => OAuthMethod.Authorization,
        OAuthMessage.Code => OAuthMethod.Code,
        OAuthMessage.Refresh => OAuthMethod.Refresh,
        OAuthMessage.ClientCredentials => OAuthMethod.ClientCredentials,
        OAuthMessage.DeviceCode => OAuthMethod.DeviceCode,
        OAuthMessage.DeviceAuthorization => OAuthMethod.DeviceAuthorization,
        OAuthMessage.Revocation => OAuthMethod.Revocation,
        OAuthMessage.Introspection => OAuthMethod.Introspection,
        OAuthMessage.UserInfo => OAuthMethod.UserInfo,
        OAuthMessage.EndSession => OAuthMethod.EndSession,
        OAuthMessage.BackchannelAuthentication => OAuthMethod.BackchannelAuthentication,
        OAuthMessage.Registration => OAuthMethod.Registration,
        _ => OAuthMethod.OtherGrants,
    };
}
