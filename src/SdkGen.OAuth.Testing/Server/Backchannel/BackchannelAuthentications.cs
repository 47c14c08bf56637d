using System.Collections.Concurrent;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>
/// The authentications that wait for a user. To OpenIddict each is a device authorization whose user code nobody sees: what follows, waiting,
/// approving, refusing and expiring, is the same (OpenID Connect CIBA Core section 11, RFC 8628 section 3.5).
/// </summary>
internal sealed class BackchannelAuthentications
{
    private readonly ConcurrentDictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);

    public void Add(string requestId, Waiting waiting) => _waiting[requestId] = waiting;

    public Waiting? Find(string requestId) => _waiting.GetValueOrDefault(requestId);

    /// <summary>An authentication that waits.</summary>
    /// <param name="UserCode">The code by which OpenIddict knows it.</param>
    /// <param name="Subject">The user who is asked.</param>
    /// <param name="NotificationToken">What a notification carries, if one is wanted.</param>
    public sealed record Waiting(string UserCode, string Subject, string? NotificationToken);
}
