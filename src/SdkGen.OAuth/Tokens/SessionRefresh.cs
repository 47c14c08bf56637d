using Microsoft.Extensions.Logging;
using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>
/// Refreshes the tokens of sessions so that a refresh token is used once, whatever happens around it (RFC 9700 section 4.14.2: its second use
/// may end the whole session). Under the lock of the session: what others have saved is looked at first; the use is announced before it is
/// made; what it brings is saved before it is used. If what machines share cannot be reached, the refresh token is not used.
/// </summary>
internal sealed class SessionRefresh(string provider, IRefreshTokenGrant grant, NarrowTokens narrow, TokenSharing sharing)
{
    /// <summary>How long the lock is waited for at a time. In between, what its holder may have brought is looked for.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>How long another machine may take to refresh.</summary>
    private static readonly TimeSpan BusyPatience = RotationRecords.UseLasts + TimeSpan.FromSeconds(15);

    private readonly ProcessTokenLock _here = new();
    private readonly ProviderErrors _errors = new(provider, OAuthLog.Of(sharing.Loggers));
    private readonly RotationRecords _records = new(provider, sharing);
    private readonly ILogger _logger = OAuthLog.Of(sharing.Loggers);


    /// <summary>Gets what is wished for.</summary>
    /// <param name="wish">The wish.</param>
    /// <param name="session">Whose session.</param>
    /// <param name="known">The tokens that the caller has.</param>
    public async Task<RefreshedTokens> RunAsync(RefreshWish wish, ITokenSession session, TokenResponse known)
    {
        var name = new SealedName("session", provider + "\n" + session.Key).Text;
        var started = sharing.TimeProvider.GetTimestamp();
        var here = await _here.TryAcquireAsync(session.Key, BusyPatience, CancellationToken.None).ConfigureAwait(false) ?? throw Busy();
        await using var release = here.ConfigureAwait(false);
        while (true)
        {
            var (outcome, cause, refreshed) = await TryAsync(name, wish, session, known).ConfigureAwait(false);
            if (refreshed is not null)
            {
                return refreshed;
            }

            var elapsed = sharing.TimeProvider.GetElapsedTime(started);
            if (outcome == TokenLockOutcome.Unavailable
                && (elapsed > sharing.OutagePatience || (wish.Refused is null && TokenLifetime.IsAlive(known, sharing.TimeProvider.GetUtcNow()))))
            {
                throw cause as OAuthException ?? SharedStore.Unavailable("the lock that machines share", cause);
            }

            if (elapsed > BusyPatience)
            {
                throw Busy();
            }

            await Task.Delay(outcome == TokenLockOutcome.Unavailable ? Pause : TimeSpan.Zero, sharing.TimeProvider).ConfigureAwait(false);
        }
    }

    private async Task<(TokenLockOutcome Outcome, Exception? Cause, RefreshedTokens? Refreshed)> TryAsync(
        string name, RefreshWish wish, ITokenSession session, TokenResponse known)
    {
        var held = await sharing.Lock.AcquireAsync(name, Slice, CancellationToken.None).ConfigureAwait(false);
        await using var release = held.ConfigureAwait(false);
        try
        {
            return (held.Outcome, held.Cause, held.Outcome switch
            {
                TokenLockOutcome.Held => await RefreshAsync(wish, session, known).ConfigureAwait(false),
                TokenLockOutcome.Busy => Choose(wish, await NewestAsync(session, known, waits: false).ConfigureAwait(false)),
                _ => null,
            });
        }
        catch (OAuthException exception) when (exception.Failure == OAuthFailure.SharedStoreUnavailable)
        {
            return (TokenLockOutcome.Unavailable, exception, null);
        }
    }

    private async Task<RefreshedTokens> RefreshAsync(RefreshWish wish, ITokenSession session, TokenResponse known)
    {
        var current = await NewestAsync(session, known, waits: true).ConfigureAwait(false);
        while (true)
        {
            if (Choose(wish, current) is { } found)
            {
                return found;
            }

            var refreshToken = current.RefreshToken
                ?? throw _errors.Make(
                    OAuthFailure.SessionEnded, "the access token is used up, and there is no refresh token: was offline access asked for and granted?");
            await _records.MarkAsync(refreshToken, CancellationToken.None).ConfigureAwait(false);
            try
            {
                var reply = await grant.RefreshTokenAsync(Request(current, wish.Request), CancellationToken.None).ConfigureAwait(false);
                var tokens = wish.Request.IsEmpty ? reply : current with { RefreshToken = reply.RefreshToken ?? refreshToken };
                OAuthLog.TokensRefreshed(_logger, provider, reply.ExpiresAt);
                await SaveAsync(new(session, refreshToken, tokens, _records, sharing)).ConfigureAwait(false);
                if (!wish.Request.IsEmpty)
                {
                    narrow.Keep(wish.Session, wish.Request, reply);
                }

                return new(reply, tokens);
            }
            catch (OAuthException exception)
            {
                await ClearAsync(refreshToken).ConfigureAwait(false);
                if (exception.Error != "invalid_grant")
                {
                    throw;
                }

                // Somebody who shares no lock with this process may have used it: then there are newer ones.
                current = await NewestAsync(session, current, waits: true).ConfigureAwait(false);
                if (current.RefreshToken == refreshToken)
                {
                    OAuthLog.SessionEnded(_logger, provider);
                    await EndAsync(session).ConfigureAwait(false);
                    throw Ended(exception);
                }
            }
        }
    }

    /// <summary>The newest tokens of the session that this process can know of.</summary>
    private async Task<TokenResponse> NewestAsync(ITokenSession session, TokenResponse known, bool waits)
    {
        var started = sharing.TimeProvider.GetTimestamp();
        var current = await LoadAsync(session, known).ConfigureAwait(false);
        while (current.RefreshToken is { } refreshToken && await _records.FindAsync(refreshToken, CancellationToken.None).ConfigureAwait(false) is { } record)
        {
            if (record.Successor is { } successor)
            {
                if (successor.RefreshToken == refreshToken)
                {
                    return successor.ReceivedAt > current.ReceivedAt ? successor : current;
                }

                current = successor;
            }
            else if (!waits || sharing.TimeProvider.GetElapsedTime(started) > RotationRecords.UseLasts)
            {
                return current;
            }
            else
            {
                // Another machine is using it, and has lost the lock: its request, and what it saves, are waited for.
                await Task.Delay(Pause, sharing.TimeProvider).ConfigureAwait(false);
                current = await LoadAsync(session, current).ConfigureAwait(false);
            }
        }

        return current;
    }

    private async Task<TokenResponse> LoadAsync(ITokenSession session, TokenResponse known) => session.IsShared
        ? await SharedStore.LoadAsync(session, CancellationToken.None).ConfigureAwait(false)
            ?? throw _errors.Make(OAuthFailure.UserUnknown, "the user has no tokens any more: they have signed out")
        : known;

    /// <summary>What fulfils the wish without a request, if anything does.</summary>
    private RefreshedTokens? Choose(RefreshWish wish, TokenResponse current)
    {
        var token = wish.Request.IsEmpty ? current : narrow.Find(wish.Session, wish.Request);
        return token is not null && token.AccessToken != wish.Refused && TokenLifetime.IsFresh(token, sharing.TimeProvider.GetUtcNow())
            ? new(token, current)
            : null;
    }

    private static RefreshTokenRequest Request(TokenResponse current, UserTokenRequest request) => new(current)
    {
        Scopes = request.Scopes,
        Resources = request.Resources,
        Audiences = request.Audiences,
        AuthorizationDetails = request.AuthorizationDetails,
        Additional = request.Additional,
    };

    /// <summary>Saves what a refresh has brought. If that fails, it is known to this process at least, which goes on trying.</summary>
    private async Task SaveAsync(SessionSave save)
    {
        try
        {
            await save.RunAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            OAuthLog.TokensNotSaved(_logger, provider, exception.GetType().Name);
            Patiently.Forget(save.TryLaterAsync(_here, lost => OAuthLog.TokensLost(_logger, provider, lost.GetType().Name)));
        }
    }

    /// <summary>The mark that a token is being used. If it stays, others wait for its end.</summary>
    private async Task ClearAsync(string refreshToken)
    {
        try
        {
            await _records.ClearAsync(refreshToken, CancellationToken.None).ConfigureAwait(false);
        }
        catch (OAuthException)
        {
            // Logged by the cache.
        }
    }

    private async Task EndAsync(ITokenSession session)
    {
        try
        {
            if (session.IsShared)
            {
                await session.EndAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            // Tokens that stay behind are dead; the next caller finds that out as this one did.
            OAuthLog.TokensNotSaved(_logger, provider, exception.GetType().Name);
        }
    }

    private OAuthException Ended(OAuthException cause) => new(
        OAuthFailure.SessionEnded,
        $"{provider}: the provider takes the refresh token no longer: the user has to sign in again ({FailureSections.Of(OAuthFailure.SessionEnded)}).",
        cause)
    {
        Provider = provider,
        Endpoint = cause.Endpoint,
        StatusCode = cause.StatusCode,
        Error = cause.Error,
        ErrorDescription = cause.ErrorDescription,
    };

    private OAuthException Busy() => _errors.Make(
        OAuthFailure.SharedStoreUnavailable, "another caller has been refreshing the tokens of this session for too long", transient: true);
}
