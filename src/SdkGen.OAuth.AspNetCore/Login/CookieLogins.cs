using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>Sign-ins wait in the browser, sealed, in one cookie. The server keeps nothing.</summary>
internal sealed class CookieLogins(
    IDataProtectionProvider protection, LoginCookieName names, StartedLogins started, TimeProvider timeProvider) : IPendingLogins
{
    private readonly IDataProtector _protector = protection.CreateProtector("SdkGen.OAuth");

    public ValueTask SaveAsync(HttpContext context, PendingLogin login, bool isPosted, CancellationToken cancellationToken)
    {
        var cookie = Open(context.Request, isPosted, out _) ?? new LoginCookie();
        cookie.Add(login);
        var value = cookie.Seal(_protector, timeProvider.GetUtcNow()) ?? throw new ProviderErrors(login.Request.Provider).Make(
            OAuthFailure.InvalidConfiguration,
            $"the sign-in does not fit into a cookie of {LoginCookie.MaxLength} characters: keep less in the AuthenticationProperties, or let sign-ins "
            + "wait on the server (services.AddServerSideLogins())");
        context.Response.Cookies.Append(names.Of(context.Request, isPosted), value, LoginCookieName.Options(context.Request, isPosted));
        started.Add(login.Request.State, login.Request.ExpiresAt);
        return ValueTask.CompletedTask;
    }

    public ValueTask<PendingLogin> FindAsync(
        HttpContext context, string state, bool isPosted, ProviderErrors errors, CancellationToken cancellationToken)
    {
        if (Open(context.Request, isPosted, out var exists) is not { } cookie)
        {
            throw exists
                ? errors.Make(
                    OAuthFailure.UnreadableRequest,
                    "the sign-in cookie cannot be read: it was changed, or another instance sealed it with a Data Protection key that this one does not have. "
                    + "Share the key ring between all instances, and set the same application name on it")
                : errors.Make(
                    OAuthFailure.LoginCookieMissing,
                    "the browser sent no sign-in cookie: cookies are blocked, the browser was closed in between, or another browser began this sign-in");
        }

        if (cookie.Find(state) is { } login)
        {
            return new(login);
        }

        throw cookie.EndOf(state) switch
        {
            LoginCookie.End.Used => errors.Make(
                OAuthFailure.RequestReplayed, "the callback was used before: the page was loaded again, or somebody got hold of its address"),
            LoginCookie.End.Expired => errors.Make(OAuthFailure.RequestExpired, "the sign-in took too long: the user has to start again"),
            LoginCookie.End.PushedOut => errors.Make(
                OAuthFailure.RequestUnknown, $"this browser has begun more than {LoginCookie.MaxWaiting} sign-ins since: the oldest of them are forgotten"),
            _ when started.Contains(state) => errors.Make(
                OAuthFailure.OtherBrowser, "the sign-in was begun in another browser, or two tabs of this one began at the same moment"),
            _ => errors.Make(
                OAuthFailure.RequestUnknown, "no sign-in with this 'state' waits in this browser: another one began it, or nobody did"),
        };
    }

    public ValueTask CompleteAsync(HttpContext context, PendingLogin login, bool isPosted, CancellationToken cancellationToken)
    {
        if (Open(context.Request, isPosted, out _) is { } cookie)
        {
            var now = timeProvider.GetUtcNow();
            cookie.Remove(login, LoginCookie.End.Used, now);
            context.Response.Cookies.Append(
                names.Of(context.Request, isPosted), cookie.Seal(_protector, now)!, LoginCookieName.Options(context.Request, isPosted));
        }

        return ValueTask.CompletedTask;
    }

    private LoginCookie? Open(HttpRequest request, bool isPosted, out bool exists)
    {
        exists = request.Cookies.TryGetValue(names.Of(request, isPosted), out var value) && value.Length > 0;
        try
        {
            return exists ? LoginCookie.Open(value!, _protector) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or IOException or ArgumentException)
        {
            return null;
        }
    }
}
