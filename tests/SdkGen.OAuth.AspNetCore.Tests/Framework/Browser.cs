using System.Net;
using System.Text.RegularExpressions;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests;

/// <summary>A browser: it keeps cookies, follows redirects, and signs its user in at the provider.</summary>
internal sealed class Browser(WebApp app, TestAuthorizationServer? server = null, string user = "alice") : IDisposable
{
    private readonly HttpMessageInvoker _application = new(app.CreateHandler());

    public CookieContainer Cookies { get; set; } = new();

    /// <summary>The cookies of the last response, with their attributes.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    public Cookie LoginCookie => Cookies.GetCookies(WebApp.Address).Single(cookie => Regex.IsMatch(cookie.Name, "^__Host-oauth-.{6}(-post)?$"));

    public string? Find(string cookie) => Cookies.GetCookies(WebApp.Address)[cookie]?.Value;

    /// <summary>One request, without following anything.</summary>
    public Task<Page> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(WebApp.Address, path));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return SendAsync(request);
    }

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.GetCookieHeader(WebApp.Address) is { Length: > 0 } cookies)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        }

        using (request)
        using (var response = await _application.SendAsync(request, default))
        {
            SetCookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
            foreach (var cookie in SetCookies)
            {
                Cookies.SetCookies(WebApp.Address, cookie.Replace("; samesite=none", "", StringComparison.OrdinalIgnoreCase));
            }

            return new(
                response.StatusCode,
                await response.Content.ReadAsStringAsync(),
                response.Headers.Location is { } location ? new(WebApp.Address, location) : null,
                response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
        }
    }

    /// <summary>Follows redirects, to the provider and back, until a page of the application comes.</summary>
    public async Task<Page> OpenAsync(string path)
    {
        var page = await GetAsync(path);
        for (var redirects = 0; page.Location is { } location && redirects < 10; redirects++)
        {
            page = location.Host == WebApp.Address.Host
                ? await GetAsync(location.PathAndQuery) with { Path = location.PathAndQuery }
                : await SendAsync(await CallbackAsync(location));
        }

        return page;
    }

    /// <summary>Begins a sign-in, and stops at the provider.</summary>
    public async Task<Uri> BeginAsync(string path)
    {
        var page = await GetAsync(path);
        Assert.True(page.Location is not null, $"{page.Status}: {page.Text}");
        return page.Location!;
    }

    /// <summary>Signs in at the provider, and stops before the callback.</summary>
    public Task<HttpRequestMessage> CallbackAsync(Uri provider) =>
        provider.AbsolutePath == "/logout" ? EndSessionAsync(provider) : server!.CreateUserAgent(user).CreateCallbackAsync(provider);

    public void Dispose() => _application.Dispose();

    private async Task<HttpRequestMessage> EndSessionAsync(Uri provider)
    {
        using var idp = new HttpMessageInvoker(server!.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, provider);
        using var response = await idp.SendAsync(request, default);
        return new(HttpMethod.Get, response.Headers.Location);
    }
}

/// <summary>What the application answered.</summary>
internal sealed record Page(HttpStatusCode Status, string Text, Uri? Location, IReadOnlyDictionary<string, string> Headers)
{
    public string? Path { get; init; }

    /// <summary>The failure that the page names.</summary>
    public OAuthFailure? Failure =>
        Regex.Match(Text, "<code>([A-Za-z]+)") is { Success: true } match && Enum.TryParse<OAuthFailure>(match.Groups[1].Value, out var failure) ? failure : null;
}
