using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>The client tokens of one provider, by what they were requested for.</summary>
/// <param name="provider">Who issues them.</param>
/// <param name="sharing">What is shared with other machines.</param>
/// <param name="identity">
/// Whose tokens they are now: the same object as before, or one to compare. Nothing if the provider is not the library's client, but a test's.
/// </param>
/// <param name="client">The client that can use tokens that are bound to a key: what is shared of them is not enough for that.</param>
internal sealed class ClientTokenSource<TProvider>(
    TProvider provider, TokenSharing sharing, Func<ClientIdentity>? identity = null, OAuthClient? client = null)
    : IClientTokenSource<TProvider>
    where TProvider : class, IClientCredentialsGrant
{
    /// <summary>A program that asks for more different tokens than this makes its requests from data; the oldest of them go.</summary>
    private const int MaxTokens = 1000;

    private static readonly ClientCredentialsRequest Default = new();

    private readonly TokenMeter _meter = new(ProviderErrors.NameOf(typeof(TProvider)), "client_credentials");
    private readonly ILogger _logger = OAuthLog.Of(sharing.Loggers);
    private readonly Lock _lock = new();
    private Shelf? _shelf;

    /// <summary>How many tokens are kept.</summary>
    internal int Count => _shelf?.Tokens.Count ?? 0;

    /// <summary>The tokens of one identity. Those of another one are never on it.</summary>
    private sealed class Shelf(ClientIdentity? identity)
    {
        public ClientIdentity? Identity { get; set; } = identity;

        public ConcurrentDictionary<ClientCredentialsRequest, CachedClientToken> Tokens { get; } = new();
    }

    public ValueTask<TokenResponse> GetTokenAsync(ClientCredentialsRequest? request, CancellationToken cancellationToken)
    {
        try
        {
            return Find(request ?? Default).GetAsync(cancellationToken);
        }
        catch (OAuthException exception)
        {
            return ValueTask.FromException<TokenResponse>(exception);
        }
    }

    public ValueTask<TokenResponse> RenewTokenAsync(
        TokenResponse refused, ClientCredentialsRequest? request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refused);
        try
        {
            return Find(request ?? Default).RenewAsync(refused, cancellationToken);
        }
        catch (OAuthException exception)
        {
            return ValueTask.FromException<TokenResponse>(exception);
        }
    }

    private CachedClientToken Find(ClientCredentialsRequest request)
    {
        var now = identity?.Invoke();
        var shelf = _shelf is { } there && ReferenceEquals(there.Identity, now) ? there : ShelfOf(now);
        return shelf.Tokens.TryGetValue(request, out var token) ? token : Add(shelf, request);
    }

    private Shelf ShelfOf(ClientIdentity? now)
    {
        lock (_lock)
        {
            if (_shelf is null || _shelf.Identity != now)
            {
                return _shelf = new(now);
            }

            // Options were loaded anew and say the same.
            _shelf.Identity = now;
            return _shelf;
        }
    }

    private CachedClientToken Add(Shelf shelf, ClientCredentialsRequest request)
    {
        if (shelf.Tokens.Count >= MaxTokens)
        {
            foreach (var entry in shelf.Tokens.OrderBy(entry => entry.Value.ExpiresAt).Take(MaxTokens / 10))
            {
                shelf.Tokens.TryRemove(entry);
            }
        }

        // A key of our own: the caller may go on changing the lists of theirs, and what is renewed has to be what was asked for.
        var key = request with
        {
            Scopes = request.Scopes is { } scopes ? [.. scopes] : null,
            Resources = [.. request.Resources],
            Audiences = [.. request.Audiences],
            AuthorizationDetails = [.. request.AuthorizationDetails.Select(detail => detail.Copy())],
            Additional = new(request.Additional),
        };
        return shelf.Tokens.GetOrAdd(key, static (key, made) => made.Source.Create(made.Shelf, key), (Source: this, Shelf: shelf));
    }

    private CachedClientToken Create(Shelf shelf, ClientCredentialsRequest request)
    {
        var shared = shelf.Identity is { } owner && sharing.Cache is { } cache
            ? new SharedClientToken(owner, request, cache, sharing, _meter, () => identity!() == owner)
            : null;
        return new((known, refused) => shared is null ? RequestAsync() : SharedAsync(known, refused), sharing.TimeProvider, _meter);

        async Task<TokenResponse> SharedAsync(TokenResponse? known, string? refused)
        {
            var token = await shared.GetAsync(RequestAsync, known, refused).ConfigureAwait(false);
            return client is null ? token : await client.BindAsync(token, CancellationToken.None).ConfigureAwait(false);
        }

        async Task<TokenResponse> RequestAsync()
        {
            try
            {
                var token = await provider.RequestClientTokenAsync(request).ConfigureAwait(false);
                OAuthLog.ClientTokenRequested(_logger, _meter.Provider, token.ExpiresAt);
                return token;
            }
            catch (OAuthException exception)
            {
                OAuthLog.ClientTokenFailed(_logger, _meter.Provider, exception.Failure);
                throw;
            }
        }
    }
}
