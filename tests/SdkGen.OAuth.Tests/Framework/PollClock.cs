using Microsoft.Extensions.Time.Testing;

namespace SdkGen.OAuth.Tests;

/// <summary>A clock that knows whether somebody waits by it, other than for the time limit of a request.</summary>
internal sealed class PollClock() : FakeTimeProvider(DateTimeOffset.UtcNow)
{
    private static readonly TimeSpan RequestLimit = new IdpOptions().BackchannelTimeout;

    private volatile bool _isWaiting;

    public bool IsWaiting => _isWaiting;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waits = dueTime > TimeSpan.Zero && dueTime != RequestLimit;
        var timer = base.CreateTimer(
            fired =>
            {
                _isWaiting &= !waits;
                callback(fired);
            },
            state,
            dueTime,
            period);
        _isWaiting = waits;
        return timer;
    }
}
