namespace SdkGen.OAuth.Tokens;

/// <summary>How it went with a lock.</summary>
internal enum TokenLockOutcome
{
    /// <summary>It is held.</summary>
    Held,

    /// <summary>Somebody else held it for all the time.</summary>
    Busy,

    /// <summary>Nobody knows: the lock could not be asked for.</summary>
    Unavailable,
}

/// <summary>A lock that is held, or was not to be had.</summary>
internal sealed class TokenLockHold(TokenLockOutcome outcome, IAsyncDisposable? held = null, BoundedTokenLock? owner = null, Exception? cause = null)
    : IAsyncDisposable
{
    public static TokenLockHold Busy { get; } = new(TokenLockOutcome.Busy);

    public TokenLockOutcome Outcome => outcome;

    public Exception? Cause => cause;

    public ValueTask DisposeAsync() => held is null || owner is null ? default : owner.ReleaseAsync(held);
}
