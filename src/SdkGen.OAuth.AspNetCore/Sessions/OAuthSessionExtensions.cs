using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth.AspNetCore.Hosting;
using SdkGen.OAuth.AspNetCore.Sessions;

namespace SdkGen.OAuth;

/// <summary>Sessions that have ended at the provider.</summary>
public static class OAuthSessionExtensions
{
    /// <summary>
    /// Refuses a cookie whose session has ended at the provider (OpenID Connect Back-Channel Logout 1.0). This is done by itself, unless the cookie scheme
    /// has events of a class of the application's own (<c>EventsType</c>, or an override of <c>ValidatePrincipal</c>): call it there.
    /// </summary>
    /// <param name="context">The cookie.</param>
    /// <returns>A task that ends when the cookie was looked at.</returns>
    public static async Task ValidateOAuthSessionAsync(this CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var services = context.HttpContext.RequestServices;
        if (services.GetService<EndedSessions>() is { } ended
            && await ended.ContainsAsync(context.Properties, context.HttpContext.RequestAborted).ConfigureAwait(false))
        {
            context.RejectPrincipal();
            OAuthWebLog.EndedSessionRefused(services.GetRequiredService<ILoggerFactory>().CreateLogger("SdkGen.OAuth.Sessions"));
            await context.HttpContext.SignOutAsync(context.Scheme.Name).ConfigureAwait(false);
        }
    }
}
