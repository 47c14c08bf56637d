using System.Collections.Concurrent;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>The access tokens of users at one provider. Refreshing is the work of <see cref="SessionRefresh"/>; this joins those who wait for it.</summary>
internal sealed class UserTokenSource<TProvider>(TProvider provider, string name, TokenSharing sharing) : IUserTokenSource<TProvider>
    where TProvider : class, IRefreshTokenGrant
{
    /// <summary>More narrow tokens than this are not kept: the oldest of them go.</summary>
    private const int MaxNarrow = 1000;

    private static readonly UserTokenRequest All = new();

    private readonly ProviderErrors _errors = new(name);
    private readonly SessionRefresh _refresh = new(name, provider, sharing);
    private readonly Dictionary<RefreshWish, Task<RefreshedTokens>> _flights = [];
    private readonly ConcurrentDictionary<(string Session, UserTokenRequest Request), TokenResponse> _narrow = new();

    public ValueTask<TokenResponse> GetTokenAsync(ITokenSession session, UserTokenRequest? request, CancellationToken cancellationToken) =>
        FindAsync(session, request ?? All, null, cancellationToken);

    public ValueTask<TokenResponse> RenewTokenAsync(
        TokenResponse refused, ITokenSession session, UserTokenRequest? request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return FindAsync(session, request ?? All, refused.AccessToken, cancellationToken);
    }

    private async ValueTask<TokenResponse> FindAsync(ITokenSession session, UserTokenRequest request, string? refused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var known = await SharedStore.LoadAsync(session, cancellationToken).ConfigureAwait(false)
            ?? throw _errors.Make(OAuthFailure.UserUnknown, "the user has no tokens: they have to sign in");
        var wish = new RefreshWish(session.Key, request, known.RefreshToken ?? "", refused);
        var token = request.IsEmpty ? known : _narrow.GetValueOrDefault((session.Key, request));
        var now = sharing.TimeProvider.GetUtcNow();
        if (token is not null && token.AccessToken != refused && TokenLifetime.IsFresh(token, now))
        {
            return token;
        }

        try
        {
            var refreshed = await Join(wish, session, known).WaitAsync(cancellationToken).ConfigureAwait(false);
            if (!session.IsShared && !ReferenceEquals(refreshed.Session, known))
            {
                await session.SaveAsync(refreshed.Session, cancellationToken).ConfigureAwait(false);
            }

            return refreshed.Token;
        }
        catch (OAuthException exception) when (exception.IsTransient && token is not null && token.AccessToken != refused && TokenLifetime.IsAlive(token, now))
        {
            // It was to be renewed ahead of time; that can be done the next time too.
            return token;
        }
        catch (OAuthException exception) when (exception.Failure == OAuthFailure.SessionEnded && exception.Error is not null && !session.IsShared)
        {
            await session.EndAsync(cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>One refresh for all who want the same; it has nobody's cancellation.</summary>
    private Task<RefreshedTokens> Join(RefreshWish wish, ITokenSession session, TokenResponse known)
    {
        lock (_flights)
        {
            if (!_flights.TryGetValue(wish, out var flight))
            {
                _flights[wish] = flight = FlyAsync(wish, session, known);
                Patiently.Forget(flight);
            }

            return flight;
        }
    }

    private async Task<RefreshedTokens> FlyAsync(RefreshWish wish, ITokenSession session, TokenResponse known)
    {
        // The work must not run inside the lock, nor end before the flight is known; nor on the thread of a caller who may block it.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var refreshed = await _refresh.RunAsync(wish, session, known, wish.Request.IsEmpty ? null : () => Narrow(wish)).ConfigureAwait(false);
            Keep(wish, refreshed);
            return refreshed;
        }
        finally
        {
            lock (_flights)
            {
                _flights.Remove(wish);
            }
        }
    }

    private TokenResponse? Narrow(RefreshWish wish) => _narrow.GetValueOrDefault((wish.Session, wish.Request));

    private void Keep(RefreshWish wish, RefreshedTokens refreshed)
    {
        if (wish.Request.IsEmpty)
        {
            return;
        }

        if (_narrow.Count >= MaxNarrow)
        {
            foreach (var entry in _narrow.OrderBy(entry => entry.Value.ReceivedAt).Take(MaxNarrow / 10))
            {
                _narrow.TryRemove(entry);
            }
        }

        _narrow[(wish.Session, wish.Request)] = refreshed.Token;
    }
}
