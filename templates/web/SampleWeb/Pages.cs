using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace SampleWeb;

/// <summary>What the application shows. Put your own pages in their place.</summary>
internal static class Pages
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/", () => Show("""<a href="/me">Sign in</a>"""));
        app.MapGet("/me", ShowUser).RequireAuthorization();
        app.MapGet("/api", (IApi api, CancellationToken cancellationToken) => api.GetAsync(cancellationToken)).RequireAuthorization();
        app.MapPost("/sign-out", SignOutAsync);
    }

    private static IResult ShowUser(HttpContext http, IAntiforgery antiforgery)
    {
        var form = antiforgery.GetAndStoreTokens(http);
        var name = http.User.FindFirst("name")?.Value ?? http.User.FindFirst("sub")?.Value ?? "stranger";
        return Show($"""
            <h1>Hello {HtmlEncoder.Default.Encode(name)}</h1>
            <p><a href="/api">Call the API</a></p>
            <form method="post" action="/sign-out">
              <input type="hidden" name="{form.FormFieldName}" value="{form.RequestToken}">
              <button>Sign out</button>
            </form>
            """);
    }

    /// <summary>Ends the session here and at the provider. Nobody else can make a browser do that: the form has a token of its own.</summary>
    private static async Task SignOutAsync(HttpContext http, IAntiforgery antiforgery)
    {
        await antiforgery.ValidateRequestAsync(http);
        await http.SignOutAsync("Acme", new() { RedirectUri = "/" });
    }

    private static IResult Show(string body) => Results.Content($"<!DOCTYPE html><title>Sample-Web</title>{body}", "text/html; charset=utf-8");
}
