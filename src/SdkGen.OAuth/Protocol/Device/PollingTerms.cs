using System.Text.Json;

namespace SdkGen.OAuth.Protocol;

/// <summary>
/// How often a token request may be repeated while a user is asked elsewhere, and until when (RFC 8628 section 3.2, OpenID Connect CIBA Core
/// section 7.3).
/// </summary>
internal readonly record struct PollingTerms(DateTimeOffset ExpiresAt, TimeSpan Interval)
{
    private const double MaxSeconds = 24 * 3600;

    /// <summary>The terms that a reply states; nothing if a time in it is none, or if it does not say when it expires.</summary>
    public static PollingTerms? Read(MessagePlan plan, JsonElement reply, DateTimeOffset now) =>
        ReplyReader.TryReadSeconds(ReplyReader.Member(plan, reply, "expires_in"), out var lifetime)
        && lifetime is not null
        && ReplyReader.TryReadSeconds(ReplyReader.Member(plan, reply, "interval"), out var interval)
            ? new(
                now + TimeSpan.FromSeconds(Math.Min(lifetime.Value, MaxSeconds)),
                TimeSpan.FromSeconds(interval is > 0 and <= MaxSeconds ? interval.Value : 5))
            : null;
}
