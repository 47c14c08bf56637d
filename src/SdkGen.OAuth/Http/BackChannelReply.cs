using System.Net;

namespace SdkGen.OAuth.Http;

/// <summary>The reply of an endpoint, read whole and within bounds.</summary>
internal sealed record BackChannelReply(HttpStatusCode Status, ReadOnlyMemory<byte> Body, DateTimeOffset ReceivedAt, TimeSpan? RetryAfter)
{
    /// <summary>The value of <c>Content-Type</c>, as it was sent; nothing if there is none or several.</summary>
    public string? ContentType { get; init; }

    /// <summary>The media type in lower case, without parameters; nothing if there is none or several. One that does not parse is one too.</summary>
    public string? MediaType => ContentType?.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The values of <c>WWW-Authenticate</c>, as they were sent.</summary>
    public IReadOnlyList<string> Challenges { get; init; } = [];

    /// <summary>The value of <c>DPoP-Nonce</c>, if there is exactly one and it is a nonce (RFC 9449 section 8).</summary>
    public string? DPoPNonce { get; init; }

    /// <summary>Whether <c>Retry-After</c> is there, and is neither a number of seconds nor a date.</summary>
    public bool HasUnreadableRetryAfter { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and <= 299;
}
