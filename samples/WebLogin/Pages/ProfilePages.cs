using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Refit;
using SdkGen.OAuth;
using WebLogin.Identity;

namespace WebLogin.Pages;

/// <summary>Who is signed in, and what can be done for them.</summary>
internal static class ProfilePages
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/profile", (RequestDelegate)(http => ShowAsync(http, null))).RequireAuthorization();
        app.MapPost("/call", (RequestDelegate)CallAsync).RequireAuthorization();
        app.MapPost("/refresh", (RequestDelegate)RefreshAsync).RequireAuthorization();
    }

    public static async Task ShowAsync(HttpContext http, Markup? result)
    {
        var user = http.User;
        var name = user.Identity?.Name ?? user.FindFirst("sub")?.Value ?? "you";
        var token = await http.RequestServices.GetUserTokenAsync<IIdentity>(user, cancellationToken: http.RequestAborted);
        var rows = Markup.Join(user.Claims.Where(claim => claim.Type != OAuthClaims.Session).Select(claim => Markup.Of($"<tr><th>{claim.Type}</th><td>{claim.Value}</td></tr>")));
        await Page.WriteAsync(http, name, Markup.Of($"""
            <section class="card person">
              <span class="avatar">{name[..1]}</span>
              <div><h1>{name}</h1><p>{user.FindFirst("email")?.Value}</p></div>
              {Page.Button(http, "/logout", "Sign out", "quiet")}
            </section>
            <section class="card">
              <h2>Your access token</h2>
              <dl>
                <dt>fingerprint</dt><dd><code id="token">{Fingerprint(token)}</code></dd>
                <dt>valid until</dt><dd>{token.ExpiresAt?.ToLocalTime().ToString("T", System.Globalization.CultureInfo.InvariantCulture) ?? "the provider does not say"}</dd>
                <dt>scopes</dt><dd>{string.Join(' ', token.Scopes)}</dd>
              </dl>
              <div class="actions">{Page.Button(http, "/call", "Call the API")}{Page.Button(http, "/refresh", "Refresh now", "quiet")}</div>
              {result ?? Markup.Empty}
            </section>
            <section class="card">
              <h2>What the provider says about you</h2>
              <table id="claims">{rows}</table>
            </section>
            """));
    }

    /// <summary>The API is called with the token of the user. How it comes there is no concern of this method.</summary>
    private static async Task CallAsync(HttpContext http)
    {
        await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
        Markup result;
        try
        {
            var answer = await http.RequestServices.GetRequiredService<IApi>().GetAsync(http.RequestAborted);
            result = Markup.Of($"""<pre id="answer">{Indent(answer)}</pre>""");
        }
        catch (ApiException exception) when (exception.InnerException is not OAuthException)
        {
            result = Markup.Of($"""<pre id="answer" class="bad">The API answered {(int)exception.StatusCode}.</pre>""");
        }

        await ShowAsync(http, result);
    }

    private static async Task RefreshAsync(HttpContext http)
    {
        await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
        var token = await http.RequestServices.GetUserTokenAsync<IIdentity>(http.User, cancellationToken: http.RequestAborted);
        await http.RequestServices.RenewUserTokenAsync<IIdentity>(http.User, token, cancellationToken: http.RequestAborted);
        http.Response.Redirect("/");
    }

    /// <summary>By this one sees that a token is another one. The token itself is nobody's business.</summary>
    private static string Fingerprint(TokenResponse token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token.AccessToken)))[..12];

    private static string Indent(string json)
    {
        using var document = JsonDocument.Parse(json);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true }))
        {
            document.RootElement.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
