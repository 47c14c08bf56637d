using System.Collections.Concurrent;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>
/// Which sign-ins this process has begun lately. Nothing is decided by it: it tells a callback of another browser from one that nobody began.
/// </summary>
internal sealed class StartedLogins(TimeProvider timeProvider)
{
    private const int MaxLogins = 20_000;

    private readonly ConcurrentDictionary<ulong, DateTimeOffset> _started = new();

    public void Add(string state, DateTimeOffset until)
    {
        if (_started.Count >= MaxLogins)
        {
            var now = timeProvider.GetUtcNow();
            foreach (var entry in _started.Where(entry => entry.Value < now).Concat(_started.OrderBy(entry => entry.Value).Take(MaxLogins / 4)))
            {
                _started.TryRemove(entry);
            }
        }

        _started[LoginCookie.Key(state)] = until;
    }

    public bool Contains(string state) => _started.TryGetValue(LoginCookie.Key(state), out var until) && until >= timeProvider.GetUtcNow();
}
