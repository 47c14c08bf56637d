using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>What a user sees whose sign-in failed, where the application shows nothing of its own: what happened, which check it was, and a way on.</summary>
internal static class LoginFailurePage
{
    public static int StatusOf(OAuthException exception) => exception switch
    {
        { Failure: OAuthFailure.AuthorizationError, Error: "access_denied" } => StatusCodes.Status403Forbidden,
        { IsTransient: true } => StatusCodes.Status503ServiceUnavailable,
        { Failure: OAuthFailure.InvalidConfiguration or OAuthFailure.MissingEndpoint } => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };

    public static Task WriteAsync(HttpContext context, OAuthException exception, string returnUrl, bool showDetail)
    {
        var (title, text) = Describe(exception);
        var code = exception.Failure + (exception.Error is { } error ? " / " + error : "");
        var detail = showDetail ? $"<pre>{Encode(exception.Message)}</pre>" : "";
        context.Response.StatusCode = StatusOf(exception);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";
        return context.Response.WriteAsync(
            $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{Encode(title)}}</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }
            code { opacity: .7; } pre { white-space: pre-wrap; opacity: .8; }
            </style>
            </head>
            <body>
            <h1>{{Encode(title)}}</h1>
            <p>{{Encode(text)}}</p>
            <p><a href="{{Encode(returnUrl)}}">Back to the application</a></p>
            <p><code>{{Encode(code)}}</code></p>{{detail}}
            </body>
            </html>

            """,
            context.RequestAborted);
    }

    private static (string Title, string Text) Describe(OAuthException exception) => exception switch
    {
        { Failure: OAuthFailure.AuthorizationError, Error: "access_denied" } =>
            ("You were not signed in", "The request was declined. Nothing was shared with this application."),
        { IsTransient: true } =>
            ("Signing in does not work at the moment", "The sign-in service does not answer as it should. Please try again in a few minutes."),
        { Failure: OAuthFailure.LoginCookieMissing } =>
            ("You were not signed in", "Your browser sent no cookie for this sign-in. Allow cookies for this site, then sign in again in this browser."),
        { Failure: OAuthFailure.OtherBrowser } =>
            ("You were not signed in", "This sign-in was started in another browser or tab. Please start it again here."),
        { Failure: OAuthFailure.RequestReplayed } =>
            ("This sign-in is over", "This page works once, and it was used already. If you are not signed in, please start again."),
        { Failure: OAuthFailure.RequestExpired } =>
            ("This sign-in took too long", "Please start again."),
        { Failure: OAuthFailure.RequestUnknown or OAuthFailure.StateMissing or OAuthFailure.UnreadableRequest } =>
            ("You were not signed in", "This answer belongs to no sign-in that is under way in this browser. Please start again."),
        _ => ("You were not signed in", "The answer of the sign-in service was refused. If this happens again, tell the owner of this site."),
    };

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
