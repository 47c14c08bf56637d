using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>The access tokens of users at one provider. Refreshing is the work of <see cref="SessionRefresh"/>; this joins those who wait for it.</summary>
internal sealed class UserTokenSource<TProvider> : IUserTokenSource<TProvider>
    where TProvider : class, IRefreshTokenGrant
{
    private static readonly UserTokenRequest All = new();

    private readonly ProviderErrors _errors;
    private readonly TokenMeter _meter;
    private readonly TimeProvider _timeProvider;
    private readonly SessionRefresh _refresh;
    private readonly NarrowTokens _narrow = new();
    private readonly OAuthClient? _client;
    private readonly Dictionary<RefreshWish, Task<RefreshedTokens>> _flights = [];

    /// <summary>Makes a source.</summary>
    /// <param name="provider">Who issues the tokens.</param>
    /// <param name="name">The name of the provider, and that of its registration.</param>
    /// <param name="sharing">What is shared with other machines.</param>
    /// <param name="client">The client that can use tokens that are bound to a key: what is stored of them is not enough for that.</param>
    public UserTokenSource(TProvider provider, string name, TokenSharing sharing, OAuthClient? client = null)
    {
        _client = client;
        _errors = new(name, OAuthLog.Of(sharing.Loggers));
        _meter = new(name, "refresh_token");
        _timeProvider = sharing.TimeProvider;
        _refresh = new(name, provider, _narrow, sharing);
    }

    public ValueTask<TokenResponse> GetTokenAsync(ITokenSession session, UserTokenRequest? request, CancellationToken cancellationToken) =>
        BoundAsync(FindAsync(session, request ?? All, null, cancellationToken), cancellationToken);

    public ValueTask<TokenResponse> RenewTokenAsync(
        TokenResponse refused, ITokenSession session, UserTokenRequest? request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return BoundAsync(FindAsync(session, request ?? All, refused.AccessToken, cancellationToken), cancellationToken);
    }

    private async ValueTask<TokenResponse> BoundAsync(ValueTask<TokenResponse> found, CancellationToken cancellationToken)
    {
        var token = await found.ConfigureAwait(false);
        return _client is null ? token : await _client.BindAsync(token, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TokenResponse> FindAsync(ITokenSession session, UserTokenRequest request, string? refused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var known = await SharedStore.LoadAsync(session, cancellationToken).ConfigureAwait(false)
            ?? throw _errors.Make(OAuthFailure.UserUnknown, "the user has no tokens: they have to sign in");
        var wish = new RefreshWish(session.Key, request, known.RefreshToken ?? "", refused);
        var token = request.IsEmpty ? known : _narrow.Find(session.Key, request);
        var now = _timeProvider.GetUtcNow();
        var isFresh = token is not null && token.AccessToken != refused && TokenLifetime.IsFresh(token, now);
        _meter.CountLookup(isFresh);
        if (isFresh)
        {
            return token!;
        }

        try
        {
            var refreshed = await Join(wish, session, known).WaitAsync(cancellationToken).ConfigureAwait(false);
            if (!session.IsShared && !ReferenceEquals(refreshed.Session, known))
            {
                await SharedStore.SaveAsync(session, refreshed.Session, cancellationToken).ConfigureAwait(false);
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
            await SharedStore.EndAsync(session, cancellationToken).ConfigureAwait(false);
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
                // A key of our own: the caller may go on changing the lists of theirs.
                wish = wish with { Request = wish.Request.Copy() };
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
            return await _meter.MeasureAsync(() => _refresh.RunAsync(wish, session, known)).ConfigureAwait(false);
        }
        finally
        {
            lock (_flights)
            {
                _flights.Remove(wish);
            }
        }
    }
}
