using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests;

/// <summary>An application whose users sign in by the scheme.</summary>
internal static class SchemeApp
{
    public static Task<WebApp> StartAsync(
        TestAuthorizationServer server,
        Action<OAuthSchemeOptions<IAcme>>? configure = null,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? map = null,
        Action<CookieAuthenticationOptions>? cookie = null) => WebApp.StartAsync(
            collection =>
            {
                collection.AddAcme(WebApp.At(server));
                collection.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie ?? (_ => { })).AddOAuthScheme(configure);
                collection.AddAuthorization();
                services?.Invoke(collection);
            },
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapGet("/", (RequestDelegate)(http => http.Response.WriteAsync("home of " + (http.User.Identity?.Name ?? "nobody"))));
                app.MapGet("/private", (RequestDelegate)(http => http.Response.WriteAsync(http.User.Identity!.Name + http.Request.QueryString))).RequireAuthorization();
                app.MapGet("/claims", (RequestDelegate)(http => http.Response.WriteAsync(
                    string.Join('\n', http.User.Claims.Select(claim => $"{claim.Type}={claim.Value}"))))).RequireAuthorization();
                app.MapGet("/login", (RequestDelegate)(http => http.ChallengeAsync("Acme", new() { RedirectUri = http.Request.Query["returnUrl"] })));
                app.MapGet("/logout", (RequestDelegate)(http => http.SignOutAsync("Acme", new() { RedirectUri = "/?bye" })));
                map?.Invoke(app);
            });
}
