using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using SdkGen.OAuth;

namespace WebLogin.Pages;

/// <summary>The first page, signing in and out, and what is said when signing in failed.</summary>
internal static class SignInPages
{
    private const string Scheme = "Identity";

    public static void Map(WebApplication app)
    {
        app.MapGet("/", (RequestDelegate)(http => http.User.Identity is { IsAuthenticated: true } ? ProfilePages.ShowAsync(http, null) : ShowAsync(http)));
        app.MapGet("/login", (RequestDelegate)LoginAsync);
        app.MapPost("/logout", (RequestDelegate)LogoutAsync);
        app.MapGet("/failed", (RequestDelegate)FailedAsync);
    }

    private static Task ShowAsync(HttpContext http)
    {
        var goodbye = http.Request.Query.ContainsKey("bye") ? Markup.Of($"""<p class="note">You have signed out.</p>""") : Markup.Empty;
        var choices = http.RequestServices.GetRequiredService<IConfiguration>().GetValue<bool>("Demo")
            ? Markup.Of($"""
                <a class="button" href="/login?user=alice">Sign in as Alice</a>
                <a class="button quiet" href="/login?user=bob">Sign in as Bob</a>
                <a class="button quiet" href="/login?user=mallory">Be refused</a>
                """)
            : Markup.Of($"""<a class="button" href="/login">Sign in</a>""");
        return Page.WriteAsync(http, "Web Login", Markup.Of($"""
            {goodbye}
            <section class="hero">
              <h1>Hello, stranger.</h1>
              <p>Sign in, and this page will know who you are, call an API for you, and keep your tokens fresh.</p>
              <p class="actions">{choices}</p>
            </section>
            <section class="facts">
              <div><h2>One interface</h2><p>The provider is described in one attributed interface. A compiler writes its client.</p></div>
              <div><h2>Nothing to forget</h2><p>State, nonce, PKCE and issuer are checked at each sign-in, and cannot be left out.</p></div>
              <div><h2>No token here</h2><p>The browser has a sealed cookie. Tokens never reach a script.</p></div>
            </section>
            """));
    }

    private static Task LoginAsync(HttpContext http)
    {
        var properties = new AuthenticationProperties { RedirectUri = http.Request.Query["returnUrl"] is [{ Length: > 0 } url] ? url : "/" };
        if (http.Request.Query["user"] is [{ Length: > 0 } user])
        {
            properties.WithAuthorizationRequest(parameters => parameters with { LoginHint = user });
        }

        return http.ChallengeAsync(Scheme, properties);
    }

    private static async Task LogoutAsync(HttpContext http)
    {
        await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
        await http.SignOutAsync(Scheme, new() { RedirectUri = "/?bye" });
    }

    private static Task FailedAsync(HttpContext http)
    {
        _ = Enum.TryParse<OAuthFailure>(http.Request.Query["failure"], out var failure);
        var text = failure switch
        {
            OAuthFailure.AuthorizationError => "The provider did not let you in, or you did not want to. Nothing was shared with this page.",
            OAuthFailure.LoginCookieMissing => "Your browser sent no cookie. Allow cookies for this page, and try again.",
            OAuthFailure.RequestReplayed => "This sign-in was used already. If you came here by the back button, all is well.",
            OAuthFailure.RequestExpired => "This sign-in took too long.",
            OAuthFailure.OtherBrowser => "This sign-in was started in another browser.",
            OAuthFailure.RequestUnknown or OAuthFailure.StateMissing => "This answer belongs to no sign-in of this browser.",
            OAuthFailure.UnreadableRequest => "What this browser remembered of the sign-in cannot be read any more.",
            _ => "The answer of the provider was refused.",
        };
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page.WriteAsync(http, "You were not signed in", Markup.Of($"""
            <section class="hero">
              <h1>You were not signed in.</h1>
              <p>{text}</p>
              <p class="actions"><a class="button" href="/">Back to the start</a></p>
              <p class="small">The check that failed: <code id="failure">{failure}</code></p>
            </section>
            """));
    }
}
