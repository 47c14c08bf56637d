using SdkGen.OAuth.Http;

namespace SdkGen.OAuth.Metadata;

/// <summary>
/// A document of the provider that many callers need and that changes rarely: fetched by one caller for all who wait, kept for a while,
/// and kept longer if it cannot be fetched again. A failure is never kept.
/// </summary>
internal sealed class CachedDocument<T>
    where T : class
{
    /// <summary>How long nobody asks again after a failure: a provider that is down is not asked for every login, nor waited for.</summary>
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(30);

    private readonly TimeSpan _lifetime;
    private readonly TimeSpan _staleLifetime;
    private readonly TimeProvider _timeProvider;
    private readonly SingleFlight<T> _flight;
    private Entry? _entry;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="fetch">Fetches the document.</param>
    /// <param name="lifetime">How long the document is used without asking again.</param>
    /// <param name="staleLifetime">How long it is used while the provider cannot be reached.</param>
    /// <param name="timeProvider">The clock.</param>
    public CachedDocument(Func<Task<T>> fetch, TimeSpan lifetime, TimeSpan staleLifetime, TimeProvider timeProvider)
    {
        _lifetime = lifetime;
        _staleLifetime = staleLifetime;
        _timeProvider = timeProvider;
        _flight = new(async () =>
        {
            var document = await fetch().ConfigureAwait(false);
            var now = timeProvider.GetUtcNow();
            _entry = new(document, now, now);
            return document;
        });
    }

    private sealed record Entry(T Document, DateTimeOffset FetchedAt, DateTimeOffset FreshSince);

    /// <summary>The document, from memory if it is fresh.</summary>
    public ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        var entry = _entry;

        // An entry from the future is none: the clock has been set back, and nothing says how old it is.
        return entry is not null && _timeProvider.GetUtcNow() - entry.FreshSince is var age && age >= TimeSpan.Zero && age < _lifetime
            ? new(entry.Document)
            : new(FetchAsync(entry?.Document, cancellationToken));
    }

    /// <summary>A newer document than the given one: fetched now, unless somebody else has done so since.</summary>
    public ValueTask<T> GetNewerAsync(T known, CancellationToken cancellationToken) => new(FetchAsync(known, cancellationToken));

    private async Task<T> FetchAsync(T? known, CancellationToken cancellationToken)
    {
        try
        {
            return await _flight.JoinAsync(
                () => _entry is { } entry && !ReferenceEquals(entry.Document, known) ? entry.Document : null,
                cancellationToken).ConfigureAwait(false);
        }
        catch (OAuthException exception) when (exception.IsTransient
            && _entry is { } entry && _timeProvider.GetUtcNow() is var now && now - entry.FetchedAt < _staleLifetime)
        {
            _entry = entry with { FreshSince = now - _lifetime + RetryDelay };
            return entry.Document;
        }
    }
}
