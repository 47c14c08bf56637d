using SdkGen.OAuth.Http;

namespace SdkGen.OAuth.Metadata;

/// <summary>
/// A document of the provider that many callers need and that changes rarely: fetched by one caller for all who wait, kept for a while,
/// and kept longer if it cannot be fetched again. A failure is never kept.
/// </summary>
/// <param name="fetch">Fetches the document. It is not given a caller's cancellation: nobody may cancel for the others.</param>
/// <param name="lifetime">How long the document is used without asking again.</param>
/// <param name="staleLifetime">How long it is used while the provider cannot be reached.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class CachedDocument<T>(
    Func<Task<T>> fetch, TimeSpan lifetime, TimeSpan staleLifetime, TimeProvider timeProvider)
    where T : class
{
    private readonly Lock _lock = new();
    private Entry? _entry;
    private Task<T>? _flight;

    private sealed record Entry(T Document, DateTimeOffset FetchedAt);

    /// <summary>The document, from memory if it is fresh.</summary>
    public ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        var entry = _entry;
        return entry is not null && timeProvider.GetUtcNow() - entry.FetchedAt < lifetime
            ? new(entry.Document)
            : new(FetchAsync(entry, cancellationToken));
    }

    /// <summary>A newer document than the given one: fetched now, unless somebody else has done so since.</summary>
    public ValueTask<T> GetNewerAsync(T known, CancellationToken cancellationToken)
    {
        var entry = _entry;
        return entry is not null && !ReferenceEquals(entry.Document, known)
            ? new(entry.Document)
            : new(FetchAsync(entry, cancellationToken));
    }

    private async Task<T> FetchAsync(Entry? stale, CancellationToken cancellationToken)
    {
        Task<T> flight;
        lock (_lock)
        {
            flight = _flight ??= FlyAsync().Observed();
        }

        try
        {
            return await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OAuthException exception) when (exception.IsTransient
            && stale is not null && timeProvider.GetUtcNow() - stale.FetchedAt < staleLifetime)
        {
            return stale.Document;
        }
    }

    private async Task<T> FlyAsync()
    {
        // Whatever happens, happens after the flight is known to all: fetch must not run inside the lock.
        await Task.Yield();
        try
        {
            var document = await fetch().ConfigureAwait(false);
            _entry = new(document, timeProvider.GetUtcNow());
            return document;
        }
        finally
        {
            lock (_lock)
            {
                _flight = null;
            }
        }
    }
}
