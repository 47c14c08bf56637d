using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth.Testing;
using WebLogin.Identity;

namespace WebLogin.Tests.Blazor;

/// <summary>A Blazor Server application as the guide has it, in this process.</summary>
internal static class CircuitApp
{
    public static async Task<WebApplication> StartAsync(TestAuthorizationServer server, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
        [
            new("Identity:Issuer", server.Issuer),
            new("Identity:ClientId", server.DefaultClient.ClientId),
            new("Identity:ClientSecret", server.DefaultClient.ClientSecret),
        ]);
        builder.Services.AddSingleton(clock);
        builder.Services.AddIdentity(builder.Configuration.GetSection("Identity"));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddOAuthScheme<IIdentity>();
        builder.Services.AddAuthorization();
        builder.Services.AddDistributedMemoryCache();
        builder.Services.AddServerSideUserTokens();
        builder.Services.AddHttpClient<ApiClient>(client => client.BaseAddress = server.ApiAddress).AddUserAccessToken<IIdentity>();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseOAuthSignInAgain();
        app.MapGet("/_framework/blazor.web.js", () => Results.File(Path.Combine(AppContext.BaseDirectory, "blazor.web.js"), "text/javascript"));
        app.MapGet("/leave", (RequestDelegate)(http => http.SignOutAsync("Identity", new() { RedirectUri = "/gone" })));
        app.MapGet("/sign-in-again", (RequestDelegate)(http => http.ChallengeAsync("Identity", new() { RedirectUri = "/" })));
        app.MapGet("/gone", () => "Goodbye.");
        app.MapGet("/request", async (HttpContext http, ApiClient api) => await api.GetAsync()).RequireAuthorization();
        app.MapRazorComponents<CircuitPage>().AddInteractiveServerRenderMode();
        await app.StartAsync();
        return app;
    }
}
