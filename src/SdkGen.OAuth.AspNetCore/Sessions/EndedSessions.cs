using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SdkGen.OAuth.AspNetCore.Hosting;

namespace SdkGen.OAuth.AspNetCore.Sessions;

/// <summary>
/// The sessions that have ended at the provider. A cookie cannot be fetched back from a browser; what can be done is to remember that it is worth
/// nothing, for as long as it could be sent. That is little: no session that lives is here.
/// </summary>
internal sealed class EndedSessions(
    IDistributedCache? shared, IOptionsMonitor<CookieAuthenticationOptions> cookies, TimeProvider timeProvider, ILogger<EndedSessions> logger)
{
    private const string Store = "the cache of sessions that have ended";
    private const string Prefix = "SdkGen.OAuth:ended:";
    private const string IssuerItem = ".oauth.iss";
    private const string SubjectItem = ".oauth.sub";
    private const string SessionItem = ".oauth.sid";
    private const string SinceItem = ".oauth.since";

    /// <summary>An application may let single users stay signed in for longer than its cookies last by default.</summary>
    private static readonly TimeSpan MinLifetime = TimeSpan.FromDays(30);

    /// <summary>What this process knows by itself, whatever becomes of the cache that machines share.</summary>
    private readonly MemoryDistributedCache _here = new(Options.Create(new MemoryDistributedCacheOptions()));

    /// <summary>Notes in a ticket whose session it is at the provider.</summary>
    public static void Describe(AuthenticationProperties properties, IdToken? idToken, DateTimeOffset now)
    {
        if (idToken is not null)
        {
            properties.Items[IssuerItem] = idToken.Issuer;
            properties.Items[SubjectItem] = idToken.Subject;
            properties.Items[SinceItem] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            if (idToken.SessionId is { } session)
            {
                properties.Items[SessionItem] = session;
            }
        }
    }

    /// <summary>Remembers that a session, or all of a user, have ended.</summary>
    public async Task AddAsync(LogoutToken token, string signInScheme, CancellationToken cancellationToken)
    {
        var key = token.SessionId is { } session ? Key("sid", token.Issuer, session) : Key("sub", token.Issuer, token.Subject!);
        var lifetime = cookies.Get(signInScheme).ExpireTimeSpan;
        var endedAt = timeProvider.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var entry = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime > MinLifetime ? lifetime : MinLifetime };
        await _here.SetStringAsync(key, endedAt, entry, cancellationToken).ConfigureAwait(false);
        if (shared is not null)
        {
            await StoreCall.TellAsync(Store, stop => new(shared.SetStringAsync(key, endedAt, entry, stop)), timeProvider, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Whether the session of a ticket has ended.</summary>
    public async ValueTask<bool> ContainsAsync(AuthenticationProperties properties, CancellationToken cancellationToken)
    {
        if (Item(properties, IssuerItem) is not { } issuer || Item(properties, SubjectItem) is not { } subject)
        {
            return false;
        }

        if (Item(properties, SessionItem) is { } session
            && await FindAsync(Key("sid", issuer, session), cancellationToken).ConfigureAwait(false) is not null)
        {
            return true;
        }

        // Who has signed in again since has a new session.
        return await FindAsync(Key("sub", issuer, subject), cancellationToken).ConfigureAwait(false) is { } endedAt
            && Milliseconds(Item(properties, SinceItem)) <= Milliseconds(endedAt);
    }

    private async ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var here = await _here.GetStringAsync(key, cancellationToken).ConfigureAwait(false);
        if (here is not null || shared is null)
        {
            return here;
        }

        try
        {
            return await StoreCall.AskAsync(Store, stop => new ValueTask<string?>(shared.GetStringAsync(key, stop)), timeProvider, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OAuthException exception)
        {
            // To sign everybody out because a cache is down would be worse than to notice late that somebody has left.
            OAuthWebLog.StoreUnavailable(logger, exception.Message);
            return null;
        }
    }

    private static string? Item(AuthenticationProperties properties, string name) => properties.Items.TryGetValue(name, out var value) ? value : null;

    private static long Milliseconds(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : 0;

    private static string Key(string kind, string issuer, string id) =>
        Prefix + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{issuer}\n{id}")));
}
