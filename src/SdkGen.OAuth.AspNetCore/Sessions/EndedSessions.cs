using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Options;

namespace SdkGen.OAuth.AspNetCore.Sessions;

/// <summary>
/// The sessions that have ended at the provider. A cookie cannot be fetched back from a browser; what can be done is to remember that it is worth
/// nothing, for as long as it could be sent. That is little: no session that lives is here.
/// </summary>
internal sealed class EndedSessions(IDistributedCache cache, IOptionsMonitor<CookieAuthenticationOptions> cookies, TimeProvider timeProvider)
{
    private const string Prefix = "SdkGen.OAuth:ended:";
    private const string IssuerItem = ".oauth.iss";
    private const string SubjectItem = ".oauth.sub";
    private const string SessionItem = ".oauth.sid";
    private const string SinceItem = ".oauth.since";

    /// <summary>An application may let single users stay signed in for longer than its cookies last by default.</summary>
    private static readonly TimeSpan MinLifetime = TimeSpan.FromDays(30);

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
        var now = timeProvider.GetUtcNow();
        await cache.SetStringAsync(
            key,
            now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            new() { AbsoluteExpirationRelativeToNow = lifetime > MinLifetime ? lifetime : MinLifetime },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the session of a ticket has ended.</summary>
    public async ValueTask<bool> ContainsAsync(AuthenticationProperties properties, CancellationToken cancellationToken)
    {
        if (Item(properties, IssuerItem) is not { } issuer || Item(properties, SubjectItem) is not { } subject)
        {
            return false;
        }

        if (Item(properties, SessionItem) is { } session
            && await cache.GetStringAsync(Key("sid", issuer, session), cancellationToken).ConfigureAwait(false) is not null)
        {
            return true;
        }

        // Who has signed in again since has a new session.
        return await cache.GetStringAsync(Key("sub", issuer, subject), cancellationToken).ConfigureAwait(false) is { } endedAt
            && Milliseconds(Item(properties, SinceItem)) <= Milliseconds(endedAt);
    }

    private static string? Item(AuthenticationProperties properties, string name) => properties.Items.TryGetValue(name, out var value) ? value : null;

    private static long Milliseconds(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : 0;

    private static string Key(string kind, string issuer, string id) =>
        Prefix + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{issuer}\n{id}")));
}
