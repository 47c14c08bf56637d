using System.Diagnostics;
using StackExchange.Redis;

namespace SdkGen.OAuth.Redis;

/// <summary>
/// Notices that a Redis was started anew and has forgotten who held its locks: a mark that was there is another one. For a moment nobody gets a
/// lock then: whoever held one finishes first, and says what became of the token.
/// </summary>
internal sealed class RedisIncarnation
{
    private const string Mark = "sdkgen:incarnation";

    /// <summary>How long a refresh that was under way may take to end.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(5);

    private volatile Seen? _seen;

    /// <summary>The mark, and from when locks count.</summary>
    private sealed record Seen(string Mark, long TrustedFrom, bool IsCurrent);

    /// <summary>Has the mark looked at again after a connection was lost.</summary>
    public void Watch(IConnectionMultiplexer redis)
    {
        // That it is restored is said late, when commands may have succeeded already.
        redis.ConnectionFailed += (_, _) => LookAgain();
        redis.ConnectionRestored += (_, _) => LookAgain();
    }

    /// <summary>Whether a lock means anything yet.</summary>
    public async Task<bool> IsTrustedAsync(IConnectionMultiplexer redis)
    {
        if (_seen is not { IsCurrent: true } seen)
        {
            var before = _seen;
            var database = redis.GetDatabase();
            await database.StringSetAsync(Mark, Guid.NewGuid().ToString("N"), when: When.NotExists).ConfigureAwait(false);
            var mark = (string?)await database.StringGetAsync(Mark).ConfigureAwait(false) ?? "";
            var trustedFrom = before is null ? 0
                : before.Mark == mark ? before.TrustedFrom
                : Stopwatch.GetTimestamp() + (long)(Settles.TotalSeconds * Stopwatch.Frequency);
            _seen = seen = new(mark, trustedFrom, true);
        }

        return Stopwatch.GetTimestamp() >= seen.TrustedFrom;
    }

    private void LookAgain()
    {
        if (_seen is { } seen)
        {
            _seen = seen with { IsCurrent = false };
        }
    }
}
