using SdkGen.OAuth.Http;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <summary>A message before it is sent: what the RFC puts into it, and who sends it. It is written anew for each time that it is sent.</summary>
/// <param name="context">The provider.</param>
/// <param name="plan">How this provider takes the message.</param>
/// <param name="fields">Its fields, as the RFC has them.</param>
/// <param name="values">What fills templates.</param>
internal sealed class OutgoingMessage(ProviderContext context, MessagePlan plan, MessageFields fields, TemplateValues values)
{
    /// <summary>The access token that the message uses, if it does.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Adds what proves the sender, to the fields or to the headers. Without it the client authenticates as the message demands.</summary>
    public Action<MessageFields, MessageFields>? Authenticate { get; init; }

    /// <summary>Signs the fields as the provider takes them, if the message is signed.</summary>
    public Func<MessageFields, MessageFields>? Sign { get; init; }

    /// <summary>Sends the message to its endpoint.</summary>
    public async ValueTask<AnsweredMessage> SendAsync(CancellationToken cancellationToken)
    {
        var endpoint = await context.GetEndpointAsync(plan, values, cancellationToken).ConfigureAwait(false);
        if (plan.IsProven && MayBeSentTwice)
        {
            return await ProveAndSendAsync(endpoint, cancellationToken).ConfigureAwait(false);
        }

        var request = await MakeAsync(endpoint, cancellationToken).ConfigureAwait(false);
        return new(context, plan, request, await context.BackChannel.SendAsync(request, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Whether the server may ask for another proof.</summary>
    private bool MayBeSentTwice => context.SenderConstraint == SenderConstraint.DPoP;

    private Task<AnsweredMessage> ProveAndSendAsync(string endpoint, CancellationToken cancellationToken) =>
        ProvenRequest.SendAsync(context, plan, endpoint, AccessToken, () => MakeAsync(endpoint, cancellationToken), cancellationToken);

    private async ValueTask<BackChannelRequest> MakeAsync(string endpoint, CancellationToken cancellationToken)
    {
        var (query, headers) = (new MessageFields(), new MessageFields());
        var body = await WriteAsync(endpoint, query, headers, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Endpoint = endpoint,
            Message = plan.MessageName,
            HidesEndpoint = plan.HidesEndpoint,
            HttpMethod = plan.HttpMethod,
            Body = plan.Body,
            Accept = plan.Accept,
            Fields = body,
            Query = query,
            Headers = headers,
            ClientSecret = context.Options.ClientSecret,
            Tokens = values.Tokens,
        };
    }

    /// <summary>
    /// The fields as this provider takes them, with what proves the sender. In a signed message that stands beside the signed fields, not
    /// among them; what a hook adds is signed too.
    /// </summary>
    /// <param name="endpoint">Where the message goes.</param>
    /// <param name="query">Takes what goes into the query; <see langword="null"/> where all fields do.</param>
    /// <param name="headers">Takes the headers.</param>
    /// <param name="cancellationToken">Cancels a hook.</param>
    public async ValueTask<MessageFields> WriteAsync(string endpoint, MessageFields? query, MessageFields headers, CancellationToken cancellationToken)
    {
        var metadata = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        var written = MayBeSentTwice ? new MessageFields(fields) : fields;
        if (Sign is null)
        {
            Prove(written, headers, metadata);
        }

        context.Apply(plan, written, query ?? written, headers, values, context.OfflineAccess);
        await Hooks.PrepareAsync(context, plan, endpoint, written, cancellationToken).ConfigureAwait(false);
        if (Sign is null)
        {
            return written;
        }

        var signed = Sign(written);
        Prove(signed, headers, metadata);
        return signed;
    }

    private void Prove(MessageFields written, MessageFields headers, ProviderMetadata? metadata)
    {
        if (Authenticate is not null)
        {
            Authenticate(written, headers);
        }
        else
        {
            ClientAuthentication.Apply(context, written, headers, plan.ClientAuthentication, metadata);
        }
    }
}
