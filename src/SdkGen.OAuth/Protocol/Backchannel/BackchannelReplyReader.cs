using System.Text.Json;

namespace SdkGen.OAuth.Protocol;

/// <summary>Reads the reply to a backchannel authentication request (OpenID Connect CIBA Core section 7.3).</summary>
internal static class BackchannelReplyReader
{
    public static OAuthFailure? TryRead(MessagePlan plan, JsonElement reply, DateTimeOffset now, out BackchannelAuthenticationResponse? read)
    {
        read = null;
        if (plan.Root is { } root)
        {
            reply = root.Find(reply) ?? reply;
        }

        if (ReplyReader.String(ReplyReader.Member(plan, reply, "auth_req_id")) is not { } id)
        {
            return OAuthFailure.UnreadableResponse;
        }

        if (PollingTerms.Read(plan, reply, now) is not { } terms)
        {
            return OAuthFailure.InvalidLifetime;
        }

        read = new() { AuthenticationRequestId = id, ExpiresAt = terms.ExpiresAt, Interval = terms.Interval };
        return null;
    }
}
