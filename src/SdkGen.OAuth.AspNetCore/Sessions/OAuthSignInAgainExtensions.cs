using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using SdkGen.OAuth;
using SdkGen.OAuth.AspNetCore.Login;

namespace Microsoft.AspNetCore.Builder;

/// <summary>What becomes of a user whose session ends in the middle of a request.</summary>
public static class OAuthSignInAgainExtensions
{
    /// <summary>
    /// Lets users sign in again whose session turns out to have ended at the provider: where a request ends in
    /// <see cref="OAuthFailure.SessionEnded"/>, or in an exception of an HTTP client that was caused by it, the user is challenged as by
    /// <c>[Authorize]</c>. Scripts are told 401. Place it after <c>UseAuthentication</c>.
    /// </summary>
    /// <param name="app">The pipeline.</param>
    /// <returns>The pipeline.</returns>
    public static IApplicationBuilder UseOAuthSignInAgain(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Use(async (HttpContext context, RequestDelegate next) =>
        {
            try
            {
                await next(context).ConfigureAwait(false);
            }
            catch (Exception exception) when (IsSessionEnded(exception) && !context.Response.HasStarted)
            {
                // The cookie that signs the user out stays; what the page wanted to say goes.
                var cookies = context.Response.Headers.SetCookie;
                context.Response.Clear();
                context.Response.Headers.SetCookie = cookies;
                if (LoginAddress.IsNavigation(context.Request))
                {
                    await context.ChallengeAsync().ConfigureAwait(false);
                }
                else
                {
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                }
            }
        });
    }

    private static bool IsSessionEnded(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is OAuthException { Failure: OAuthFailure.SessionEnded })
            {
                return true;
            }
        }

        return false;
    }
}
