using Microsoft.AspNetCore.Authentication.Cookies;
using Refit;
using WebLogin.Identity;
using WebLogin.Pages;

namespace WebLogin;

/// <summary>The whole application: a provider, a scheme, an HTTP client, and a few pages.</summary>
public static class WebLoginApp
{
    /// <summary>Puts it together.</summary>
    /// <param name="args">The command line: <c>--Identity:Issuer https://… --Identity:ClientId …</c>, <c>--redis host:port --keys folder</c>.</param>
    /// <param name="settings">Settings on top of those of the files, the environment and the command line.</param>
    /// <returns>The application, which is not started yet.</returns>
    public static WebApplication Create(string[] args, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(WebLoginApp).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(settings);

        builder.Services.AddIdentity(builder.Configuration.GetSection("Identity"));
        builder.Services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie()
            .AddOAuthScheme<IIdentity>(options =>
            {
                options.ErrorPath = "/failed";
                options.OmittedClaims.UnionWith(["oi_au_id", "oi_tkn_id"]);     // ids of the test server's own
            });
        builder.Services.AddAuthorization();
        builder.Services.AddAntiforgery();
        builder.Services.AddHealthChecks().AddOAuthKeyRing();
        if (SeveralInstances.IsOne(builder.Configuration))
        {
            SeveralInstances.AddServices(builder.Services, builder.Configuration);
        }

        // The API gets the token of whoever is signed in. It is refreshed by itself, and goes to this address only.
        builder.Services
            .AddRefitGeneratedClient<IApi>()
            .ConfigureHttpClient(client => client.BaseAddress = new Uri(builder.Configuration["Api:Address"] ?? "https://api.invalid/"))
            .AddUserAccessToken<IIdentity>();

        var app = builder.Build();
        if (SeveralInstances.IsOne(app.Configuration))
        {
            app.UseForwardedHeaders();
        }

        app.UseStaticFiles();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOAuthSignInAgain();
        app.MapHealthChecks("/health");
        SignInPages.Map(app);
        ProfilePages.Map(app);
        return app;
    }
}
