using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Http;

namespace SdkGen.OAuth.Tokens;

/// <summary>
/// One token in memory. It is renewed in the background when four fifths of its life have passed, and waited for only when it is about
/// to expire; getting a valid one allocates nothing.
/// </summary>
internal sealed class CachedClientToken
{
    /// <summary>How long a token without a stated life is used: long enough to matter, short enough to be right mostly. A refusal renews it at once.</summary>
    private static readonly TimeSpan AssumedLifetime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(15);

    /// <summary>
    /// For how long a look at the clock counts. The clock costs more than everything else here; ticks cost a quarter of it, but stand still
    /// while a machine sleeps, so they measure this moment only.
    /// </summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _timeProvider;
    private readonly TokenMeter _meter;
    private readonly SingleFlight<TokenResponse> _flight;
    private Entry? _entry;
    private string? _refused;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="request">Gets a token that is none of these: the one that is kept, and an access token that was refused.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="meter">Counts hits and misses.</param>
    public CachedClientToken(Func<TokenResponse?, string?, Task<TokenResponse>> request, TimeProvider timeProvider, TokenMeter meter)
    {
        _meter = meter;
        _timeProvider = timeProvider;
        _flight = new(async () =>
        {
            try
            {
                var token = await meter.MeasureAsync(() => request(_entry?.Token, _refused)).ConfigureAwait(false);
                _entry = Entry.Of(token, timeProvider.GetUtcNow());
                return token;
            }
            catch when (_entry is { } entry)
            {
                // The token that is there may be good for a while: whoever needs another one asks again, but not at once.
                _entry = entry with { RenewAt = timeProvider.GetUtcNow() + RetryDelay };
                throw;
            }
        });
    }

    private sealed record Entry(TokenResponse Token, DateTimeOffset ObtainedAt, DateTimeOffset RenewAt, DateTimeOffset UsableUntil)
    {
        private long _currentUntil;

        /// <summary>Until when, in ticks of the system, the token is known to need neither renewal nor another look at the clock.</summary>
        public bool IsCurrent
        {
            get => Environment.TickCount64 < Volatile.Read(ref _currentUntil);
            set => Volatile.Write(ref _currentUntil, value ? Environment.TickCount64 + (long)Moment.TotalMilliseconds : 0);
        }

        public static Entry Of(TokenResponse token, DateTimeOffset now)
        {
            var lifetime = Lifetime(token);
            var start = Start(token, now);

            // Machines that were started together must not renew together.
            var renewAfter = lifetime * (0.75 + (Random.Shared.NextDouble() / 10));
            return new(token, start, start + renewAfter, UsableUntilOf(token, now));
        }
    }

    /// <summary>Until when a token is used that is got now, from the provider or from another machine that got it before.</summary>
    public static DateTimeOffset UsableUntilOf(TokenResponse token, DateTimeOffset now) =>
        Start(token, now) + Lifetime(token) - TokenLifetime.Margin(Lifetime(token));

    private static TimeSpan Lifetime(TokenResponse token) => token.ExpiresIn ?? AssumedLifetime;

    /// <summary>When its life began: never in the future, for the clocks of machines differ; and now if it does not say.</summary>
    private static DateTimeOffset Start(TokenResponse token, DateTimeOffset now) =>
        token.ReceivedAt == default || token.ReceivedAt > now ? now : token.ReceivedAt;

    /// <summary>Until when the token can be used; the past if there is none.</summary>
    public DateTimeOffset ExpiresAt => _entry?.UsableUntil ?? DateTimeOffset.MinValue;

    /// <summary>The token, if it was found to be good a moment ago.</summary>
    public TokenResponse? Current
    {
        get
        {
            if (_entry is not { IsCurrent: true } entry)
            {
                return null;
            }

            _meter.CountLookup(isHit: true);
            return entry.Token;
        }
    }

    public ValueTask<TokenResponse> GetAsync(CancellationToken cancellationToken)
    {
        var entry = _entry;
        var now = _timeProvider.GetUtcNow();

        // A token from the future is none: the clock has been set back, and nothing says how old it is.
        if (entry is null || now >= entry.UsableUntil || now < entry.ObtainedAt)
        {
            _meter.CountLookup(isHit: false);
            return Join(entry?.Token, cancellationToken);
        }

        _meter.CountLookup(isHit: true);
        if (now >= entry.RenewAt)
        {
            Renew(entry.Token);
        }
        else if (now < entry.RenewAt - Moment && ReferenceEquals(_timeProvider, TimeProvider.System))
        {
            entry.IsCurrent = true;
        }

        return new(entry.Token);
    }

    public ValueTask<TokenResponse> RenewAsync(TokenResponse refused, CancellationToken cancellationToken)
    {
        if (_entry is { } entry && entry.Token.AccessToken != refused.AccessToken)
        {
            return GetAsync(cancellationToken);
        }

        _refused = refused.AccessToken;
        return Join(_entry?.Token, cancellationToken);
    }

    private ValueTask<TokenResponse> Join(TokenResponse? known, CancellationToken cancellationToken) =>
        new(_flight.JoinAsync(() => Newer(known), cancellationToken));

    private void Renew(TokenResponse known) => _ = _flight.Start(() => Newer(known));

    /// <summary>The token that somebody has got since, if it is another one.</summary>
    private TokenResponse? Newer(TokenResponse? known) => _entry is { } entry && !ReferenceEquals(entry.Token, known) ? entry.Token : null;
}
