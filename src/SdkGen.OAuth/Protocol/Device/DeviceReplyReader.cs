using System.Text.Json;

namespace SdkGen.OAuth.Protocol;

/// <summary>Reads the reply to a device authorization request (RFC 8628 section 3.2).</summary>
internal static class DeviceReplyReader
{
    public static OAuthFailure? TryRead(MessagePlan plan, JsonElement reply, DateTimeOffset now, out DeviceAuthorizationResponse? read)
    {
        read = null;
        if (plan.Root is { } root)
        {
            reply = root.Find(reply) ?? reply;
        }

        // Some providers still use the name of a draft, verification_url.
        var address = ReplyReader.String(Member("verification_uri")) ?? ReplyReader.String(Member("verification_url"));
        var complete = ReplyReader.String(Member("verification_uri_complete")) ?? ReplyReader.String(Member("verification_url_complete"));
        if (ReplyReader.String(Member("device_code")) is not { } deviceCode
            || ReplyReader.String(Member("user_code")) is not { } userCode
            || address is null || !UrlTemplate.IsSecure(address)
            || (complete is not null && !UrlTemplate.IsSecure(complete)))
        {
            return OAuthFailure.UnreadableResponse;
        }

        if (PollingTerms.Read(plan, reply, now) is not { } terms)
        {
            return OAuthFailure.InvalidLifetime;
        }

        read = new()
        {
            DeviceCode = deviceCode,
            UserCode = userCode,
            VerificationUri = new(address),
            VerificationUriComplete = complete is null ? null : new(complete),
            ExpiresAt = terms.ExpiresAt,
            Interval = terms.Interval,
        };
        return null;

        JsonElement? Member(string name) => ReplyReader.Member(plan, reply, name);
    }
}
