using System.Collections.Concurrent;

namespace SdkGen.OAuth.Tokens;

/// <summary>The client tokens of one provider, by what they were requested for.</summary>
internal sealed class ClientTokenSource<TProvider>(TProvider provider, TimeProvider timeProvider) : IClientTokenSource<TProvider>
    where TProvider : class, IClientCredentialsGrant
{
    /// <summary>A program that asks for more different tokens than this makes its requests from data; the oldest of them go.</summary>
    private const int MaxTokens = 1000;

    private static readonly ClientCredentialsRequest Default = new();

    private readonly ConcurrentDictionary<ClientCredentialsRequest, CachedClientToken> _tokens = new();

    public ValueTask<TokenResponse> GetTokenAsync(ClientCredentialsRequest? request, CancellationToken cancellationToken) =>
        Find(request ?? Default).GetAsync(cancellationToken);

    public ValueTask<TokenResponse> RenewTokenAsync(
        TokenResponse refused, ClientCredentialsRequest? request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return Find(request ?? Default).RenewAsync(refused, cancellationToken);
    }

    private CachedClientToken Find(ClientCredentialsRequest request)
    {
        if (_tokens.TryGetValue(request, out var token))
        {
            return token;
        }

        if (_tokens.Count >= MaxTokens)
        {
            foreach (var entry in _tokens.OrderBy(entry => entry.Value.ExpiresAt).Take(MaxTokens / 10))
            {
                _tokens.TryRemove(entry);
            }
        }

        // A key of our own: the caller may go on changing the lists of theirs, and what is renewed has to be what was asked for.
        var key = request with
        {
            Scopes = request.Scopes is { } scopes ? [.. scopes] : null,
            Resources = [.. request.Resources],
            Audiences = [.. request.Audiences],
            Additional = new(request.Additional),
        };
        return _tokens.GetOrAdd(key, static (key, source) => source.Create(key), this);
    }

    private CachedClientToken Create(ClientCredentialsRequest request) =>
        new(() => provider.RequestClientTokenAsync(request), timeProvider);
}
