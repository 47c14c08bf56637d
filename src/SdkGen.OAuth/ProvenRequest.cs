using System.Net;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>Requests with the proof that they need (RFC 9449 section 5).</summary>
internal static class ProvenRequest
{
    /// <summary>
    /// Sends a request, and once more if the server asks for a nonce in the proof (section 8): the same message, with a new proof and a new
    /// client assertion.
    /// </summary>
    public static async Task<AnsweredMessage> SendAsync(
        ProviderContext context, MessagePlan plan, string endpoint, string? accessToken, Func<ValueTask<BackChannelRequest>> make, CancellationToken cancellationToken)
    {
        var prover = plan.IsProven ? (await context.GetBindingAsync(cancellationToken).ConfigureAwait(false))?.Prover : null;
        if (prover is null)
        {
            var request = await make().ConfigureAwait(false);
            return new(context, plan, request, await context.BackChannel.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }

        var answer = await SendOnceAsync().ConfigureAwait(false);
        return AsksForNonce(plan, answer.Reply) ? await SendOnceAsync().ConfigureAwait(false) : answer;

        async Task<AnsweredMessage> SendOnceAsync()
        {
            var address = new Uri(endpoint);
            var request = await make().ConfigureAwait(false);
            request.Headers.Set("DPoP", prover.Prove(request.HttpMethod, address, accessToken));
            var reply = await context.BackChannel.SendAsync(request, cancellationToken).ConfigureAwait(false);
            prover.Remember(address, accessToken is not null, reply.DPoPNonce);
            return new(context, plan, request, reply);
        }
    }

    /// <summary>Whether a reply refuses nothing but a proof without its nonce, and says which one it wants: in its body or in a challenge.</summary>
    private static bool AsksForNonce(MessagePlan plan, BackChannelReply reply) =>
        reply.DPoPNonce is not null
        && reply.Status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized
        && ((ReplyReader.TryParse(reply.Body.Span, out var json, out _) && ReplyError.Read(plan, json, succeeded: false)?.Code == "use_dpop_nonce")
            || AuthenticationChallenge.Parse(reply.Challenges).Any(challenge => challenge.AsksForNonce));
}
