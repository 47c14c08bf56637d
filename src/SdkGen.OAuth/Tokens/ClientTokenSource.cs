using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>The client tokens of one provider, by what they were requested for.</summary>
/// <param name="provider">Who issues them.</param>
/// <param name="sharing">What is shared with other machines.</param>
/// <param name="client">The client whose tokens they are. Nothing if the provider is not the library's client, but a test's.</param>
internal sealed class ClientTokenSource<TProvider>(TProvider provider, TokenSharing sharing, OAuthClient? client = null)
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

        /// <summary>The version of the options of which the identity was found to be this one.</summary>
        public int Version { get; set; } = -1;

        public ConcurrentDictionary<ClientCredentialsRequest, CachedClientToken> Tokens { get; } = new();

        /// <summary>The token that was asked for first. Most programs never ask for another: to compare is faster than to search.</summary>
        public Slot? First { get; set; }

        public CachedClientToken? Find(ClientCredentialsRequest request) =>
            First is { } first && first.Request.Equals(request) ? first.Token : Tokens.GetValueOrDefault(request);
    }

    /// <summary>A token and what it is for, in one reference: so that the two always belong together.</summary>
    private sealed record Slot(ClientCredentialsRequest Request, CachedClientToken Token);

    /// <summary>Changes with the options, whenever that is announced.</summary>
    private int Version => client?.OptionsVersion ?? 0;

    public ValueTask<TokenResponse> GetTokenAsync(ClientCredentialsRequest? request, CancellationToken cancellationToken)
    {
        request ??= Default;
        return _shelf is { } shelf && shelf.Version == Version && shelf.Find(request)?.Current is { } current
            ? new(current)
            : LookForTokenAsync(request, cancellationToken);
    }

    private ValueTask<TokenResponse> LookForTokenAsync(ClientCredentialsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return Find(request).GetAsync(cancellationToken);
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
        var version = Version;
        var now = client?.Identity;
        var shelf = _shelf is { } there && ReferenceEquals(there.Identity, now) ? there : ShelfOf(now);
        shelf.Version = version;
        return shelf.Find(request) ?? Add(shelf, request);
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
        var key = ReferenceEquals(request, Default) ? Default : request with
        {
            Scopes = request.Scopes is { } scopes ? [.. scopes] : null,
            Resources = [.. request.Resources],
            Audiences = [.. request.Audiences],
            AuthorizationDetails = [.. request.AuthorizationDetails.Select(detail => detail.Copy())],
            Additional = new(request.Additional),
        };
        var token = shelf.Tokens.GetOrAdd(key, static (key, made) => made.Source.Create(made.Shelf, key), (Source: this, Shelf: shelf));
        shelf.First ??= new(key, token);
        return token;
    }

    private CachedClientToken Create(Shelf shelf, ClientCredentialsRequest request)
    {
        var shared = shelf.Identity is { } owner && sharing.Cache is { } cache
            ? new SharedClientToken(owner, request, cache, sharing, _meter, () => client!.Identity == owner)
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
