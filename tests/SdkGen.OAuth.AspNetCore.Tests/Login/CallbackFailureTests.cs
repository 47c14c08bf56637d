using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests.Login;

/// <summary>A sign-in that fails says which check it was, whether requests wait in the cookie or on the server.</summary>
public sealed class CallbackFailureTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private TestAuthorizationServer _server = null!;

    public async Task InitializeAsync() => _server = await TestAuthorizationServer.StartAsync(new() { ListenOnLoopback = false, TimeProvider = _clock });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_browser_without_cookies_is_told_so(bool onServer)
    {
        await using var app = await StartAsync(onServer);
        using var browser = new Browser(app, _server);
        var callback = await browser.CallbackAsync(await browser.BeginAsync("/login"));
        browser.Cookies = new();

        await RefusedAsync(OAuthFailure.LoginCookieMissing, browser, callback, app);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sign_in_of_another_browser_is_refused(bool onServer)
    {
        await using var app = await StartAsync(onServer);
        using var attacker = new Browser(app, _server);
        using var victim = new Browser(app, _server);
        await victim.BeginAsync("/login");
        var callback = await attacker.CallbackAsync(await attacker.BeginAsync("/login"));

        await RefusedAsync(OAuthFailure.OtherBrowser, victim, callback, app);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AR_24_A_callback_is_accepted_once(bool onServer)
    {
        await using var app = await StartAsync(onServer);
        using var browser = new Browser(app, _server);
        var callback = await browser.CallbackAsync(await browser.BeginAsync("/login"));
        var again = new HttpRequestMessage(HttpMethod.Get, callback.RequestUri);
        Assert.Equal("alice", (await browser.SendAsync(callback)).Text);

        await RefusedAsync(OAuthFailure.RequestReplayed, browser, again, app);
        Assert.Single(_server.Requests, request => request.Endpoint == TestEndpoint.Token);
    }

    [Fact]
    public async Task AR_24_A_stolen_cookie_does_not_make_a_callback_new()
    {
        await using var app = await StartAsync(onServer: false);
        using var browser = new Browser(app, _server);
        var callback = await browser.CallbackAsync(await browser.BeginAsync("/login"));
        using var thief = new Browser(app, _server);
        thief.Cookies.Add(WebApp.Address, new Cookie(browser.LoginCookie.Name, browser.LoginCookie.Value));
        var again = new HttpRequestMessage(HttpMethod.Get, callback.RequestUri);
        await browser.SendAsync(callback);

        await RefusedAsync(OAuthFailure.RequestReplayed, thief, again, app);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sign_in_that_took_too_long_is_refused(bool onServer)
    {
        await using var app = await StartAsync(onServer);
        using var browser = new Browser(app, _server);
        var callback = await browser.CallbackAsync(await browser.BeginAsync("/login"));
        _clock.Advance(TimeSpan.FromMinutes(16));

        await RefusedAsync(OAuthFailure.RequestExpired, browser, callback, app);
    }

    [Fact]
    public async Task A_sign_in_that_took_too_long_is_told_from_others_when_another_one_began_since()
    {
        await using var app = await StartAsync(onServer: false);
        using var browser = new Browser(app, _server);
        var callback = await browser.CallbackAsync(await browser.BeginAsync("/login"));
        _clock.Advance(TimeSpan.FromMinutes(16));
        await browser.BeginAsync("/login");

        await RefusedAsync(OAuthFailure.RequestExpired, browser, callback, app);
    }

    [Theory]
    [InlineData(false, "code=x&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", OAuthFailure.RequestUnknown)]
    [InlineData(true, "code=x&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", OAuthFailure.RequestUnknown)]
    [InlineData(false, "code=x", OAuthFailure.StateMissing)]
    [InlineData(true, "code=x", OAuthFailure.StateMissing)]
    [InlineData(false, "error=access_denied", OAuthFailure.StateMissing)]
    [InlineData(false, "code=x&state=a&state=a", OAuthFailure.DuplicateParameter)]
    [InlineData(false, "", OAuthFailure.StateMissing)]
    public async Task A_callback_that_nobody_asked_for_is_refused(bool onServer, string query, OAuthFailure failure)
    {
        await using var app = await StartAsync(onServer);
        using var browser = new Browser(app, _server);
        await browser.BeginAsync("/login");

        await RefusedAsync(failure, browser, new(HttpMethod.Get, "https://app.example/callback?" + query), app);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_key_ring_is_named_as_the_cause(bool onServer)
    {
        var store = new MemoryRequestStore();
        await using var one = await StartAsync(onServer, store);
        await using var other = await StartAsync(onServer, store);
        using var browser = new Browser(one, _server);
        var callback = await browser.CallbackAsync(await browser.BeginAsync("/login"));
        using var elsewhere = new Browser(other, _server) { Cookies = browser.Cookies };

        var page = await RefusedAsync(OAuthFailure.UnreadableRequest, elsewhere, callback, other);

        Assert.DoesNotContain("key", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(other.Log.Lines, line => line.Contains("Share the key ring", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AR_09_A_callback_of_another_issuer_is_refused_and_ends_nothing()
    {
        await using var app = await StartAsync(onServer: false);
        using var browser = new Browser(app, _server);
        var callback = await browser.CallbackAsync(await browser.BeginAsync("/login"));
        var state = System.Web.HttpUtility.ParseQueryString(callback.RequestUri!.Query)["state"];

        await RefusedAsync(
            OAuthFailure.IssuerMismatch, browser, new(HttpMethod.Get, $"https://app.example/callback?code=x&state={state}&iss=https%3A%2F%2Fevil.example"), app);
        Assert.Equal("alice", (await browser.SendAsync(callback)).Text);
    }

    [Fact]
    public async Task AR_26_A_callback_at_the_address_of_another_sign_in_is_refused()
    {
        await using var app = await StartAsync(onServer: false);
        using var browser = new Browser(app, _server);
        var callback = await browser.CallbackAsync(await browser.BeginAsync("/login"));

        await RefusedAsync(
            OAuthFailure.ForeignRequest, browser, new(HttpMethod.Get, callback.RequestUri!.AbsoluteUri.Replace("/callback", "/other/callback", StringComparison.Ordinal)), app);
    }

    [Fact]
    public async Task AR_14_Who_is_denied_is_told_so()
    {
        await using var app = await StartAsync(onServer: false);
        using var browser = new Browser(app, _server, user: "nobody");

        var page = await browser.SendAsync(await browser.CallbackAsync(await browser.BeginAsync("/login")));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(OAuthFailure.AuthorizationError, page.Failure);
        Assert.Contains("access_denied", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_down_is_told_from_a_refusal()
    {
        await using var app = await StartAsync(onServer: false);
        using var browser = new Browser(app, _server);
        var callback = await browser.CallbackAsync(await browser.BeginAsync("/login"));
        _server.FailNext(TestEndpoint.Token, TestFailure.Status(HttpStatusCode.BadGateway));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.SendAsync(callback)).Status);
    }

    [Fact]
    public async Task Markup_in_an_error_is_text()
    {
        await using var app = await StartAsync(onServer: false, environment: "Development");
        using var browser = new Browser(app, _server);
        var state = System.Web.HttpUtility.ParseQueryString((await browser.BeginAsync("/login")).Query)["state"];

        var page = await browser.GetAsync($"/callback?state={state}&iss={_server.Issuer}&error=%3Cscript%3E&error_description=%3Cimg+src%3Dx%3E");

        Assert.Contains("&lt;script&gt;", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_log_nor_the_page_holds_a_secret()
    {
        await using var app = await StartAsync(onServer: false, environment: "Development");
        using var browser = new Browser(app, _server);
        var provider = await browser.BeginAsync("/login");
        var state = System.Web.HttpUtility.ParseQueryString(provider.Query)["state"]!;
        var callback = await browser.CallbackAsync(provider);
        var code = System.Web.HttpUtility.ParseQueryString(callback.RequestUri!.Query)["code"]!;
        var again = new HttpRequestMessage(HttpMethod.Get, callback.RequestUri);
        await browser.SendAsync(callback);
        var refused = await browser.SendAsync(again);
        var token = _server.Requests.Last(request => request.Endpoint == TestEndpoint.Token);

        string[] secrets = [code, state, token["code_verifier"]!, browser.LoginCookie.Value, _server.DefaultClient.ClientSecret!];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, refused.Text, StringComparison.Ordinal));

        // The framework logs URLs by itself, at its own places; these are the library's lines.
        Assert.All(app.Log.Lines.Where(line => line.Contains("sign-in", StringComparison.Ordinal)), line =>
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal)));
    }

    private static async Task<Page> RefusedAsync(OAuthFailure failure, Browser browser, HttpRequestMessage callback, WebApp app)
    {
        var page = await browser.SendAsync(callback);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(failure, page.Failure);
        Assert.Contains(app.Log.Lines, line => line.Contains($"failed: {failure}.", StringComparison.Ordinal));
        return page;
    }

    /// <summary>Each application has a key ring of its own.</summary>
    private Task<WebApp> StartAsync(bool onServer, MemoryRequestStore? store = null, string environment = "Production") => WebApp.StartAsync(
        services =>
        {
            services.AddSingleton<TimeProvider>(_clock);
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
            services.AddAcme(WebApp.At(_server));
            if (onServer)
            {
                services.AddSingleton<IAuthorizationRequestStore>(store ?? new());
            }
        },
        app =>
        {
            app.MapOAuthLogin<IAcme>("/login", "/callback", login => Results.Text(login.Token.IdToken!.Subject));
            app.MapOAuthLogin<IAcme>("/other", "/other/callback", login => Results.Text(login.Token.IdToken!.Subject));
        },
        environment);
}
