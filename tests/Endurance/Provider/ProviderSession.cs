namespace SdkGen.Endurance.Provider;

/// <summary>
/// A user's session at the provider. Each refresh token may be used once. The one before the newest is taken once more where the reply to it was
/// lost on the way, as providers with a grace period do; anything else that is used twice is noticed.
/// </summary>
internal sealed class ProviderSession(string id, string subject)
{
    private readonly Lock _lock = new();
    private string _current = "";
    private string _previous = "";
    private bool _isReplyLost;

    public string Id => id;

    public string Subject => subject;

    public int Generation { get; private set; }

    public string Begin()
    {
        lock (_lock)
        {
            return Rotate();
        }
    }

    /// <summary>The next refresh token, or why there is none.</summary>
    /// <param name="used">The refresh token that came.</param>
    /// <param name="mayBeLost">Whether a reply may have been lost without the provider's doing: its reader was killed.</param>
    /// <param name="losesReply">Whether the reply to this will be lost.</param>
    public (string? Next, string? Wrong) Use(string used, Func<bool> mayBeLost, bool losesReply)
    {
        lock (_lock)
        {
            if (used == _current)
            {
                _previous = _current;
            }
            else if (used != _previous)
            {
                return (null, $"{subject}: a refresh token of long ago was used");
            }
            else if (!_isReplyLost && !mayBeLost())
            {
                return (null, $"{subject}: a refresh token was used twice");
            }

            _isReplyLost = losesReply;
            return (Rotate(), null);
        }
    }

    private string Rotate() => _current = $"rt.{id}.{++Generation}.{Guid.NewGuid():N}";
}
