using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Refit;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests.UserTokens;

/// <summary>Calls of an API for the user who is signed in, with tokens in the cookie and on the server.</summary>
public sealed class UserAccessTokenTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private TestAuthorizationServer _server = null!;

    private int Refreshes => _server.Requests.Count(request => request["grant_type"] == "refresh_token");

    public async Task InitializeAsync() => _server = await TestAuthorizationServer.StartAsync(new() { ListenOnLoopback = false, TimeProvider = _clock });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_has_the_token_of_the_user(bool onServer)
    {
        await using var app = await ApiApp.StartAsync(_server, onServer, _clock);
        using var browser = await SignedInAsync(app);

        Assert.Contains("\"sub\":\"alice\"", (await browser.GetAsync("/api")).Text, StringComparison.Ordinal);
        Assert.Equal(0, Refreshes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_expired_token_is_refreshed_once_and_kept(bool onServer)
    {
        await using var app = await ApiApp.StartAsync(_server, onServer, _clock);
        using var browser = await SignedInAsync(app);

        for (var hour = 1; hour <= 3; hour++)
        {
            _clock.Advance(TimeSpan.FromMinutes(61));
            Assert.Contains("alice", (await browser.GetAsync("/api")).Text, StringComparison.Ordinal);
            Assert.Equal(onServer, browser.SetCookies.Count == 0);
            Assert.Contains("alice", (await browser.GetAsync("/api")).Text, StringComparison.Ordinal);
            Assert.Equal(hour, Refreshes);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Any_number_of_requests_at_once_refresh_once(bool onServer)
    {
        await using var app = await ApiApp.StartAsync(_server, onServer, _clock);
        using var browser = await SignedInAsync(app);
        _clock.Advance(TimeSpan.FromMinutes(61));

        var pages = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            using var tab = new Browser(app) { Cookies = Copy(browser.Cookies) };
            return (await tab.GetAsync("/token")).Text;
        }));

        Assert.Single(pages.Distinct());
        Assert.DoesNotContain("failed", pages[0], StringComparison.Ordinal);
        Assert.Equal(1, Refreshes);
    }

    [Fact]
    public async Task A_request_that_was_sent_with_the_cookie_of_before_gets_what_the_refresh_brought()
    {
        await using var app = await ApiApp.StartAsync(_server, onServer: false, _clock);
        using var browser = await SignedInAsync(app);
        using var late = new Browser(app) { Cookies = Copy(browser.Cookies) };
        _clock.Advance(TimeSpan.FromMinutes(61));
        var fresh = (await browser.GetAsync("/token")).Text;

        Assert.Equal(fresh, (await late.GetAsync("/token")).Text);
        Assert.Equal(fresh, (await late.GetAsync("/token")).Text);
        Assert.Equal(1, Refreshes);
        Assert.Contains("alice", (await late.GetAsync("/api")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Calls_for_different_resources_at_once_have_different_tokens(bool onServer)
    {
        await using var app = await ApiApp.StartAsync(_server, onServer, _clock);
        using var browser = await SignedInAsync(app);

        var tokens = await Task.WhenAll(new[] { "blue", "red", "blue", "red" }.Select(async client =>
        {
            using var tab = new Browser(app) { Cookies = Copy(browser.Cookies) };
            return (await tab.GetAsync("/token/" + client)).Text;
        }));

        Assert.Equal(tokens[0], tokens[2]);
        Assert.Equal(tokens[1], tokens[3]);
        Assert.Contains("https://blue.example", Payload(tokens[0]), StringComparison.Ordinal);
        Assert.Contains("https://red.example", Payload(tokens[1]), StringComparison.Ordinal);
        Assert.Equal(2, Refreshes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_session_that_has_ended_at_the_provider_ends_here(bool onServer)
    {
        await using var app = await ApiApp.StartAsync(_server, onServer, _clock);
        using var browser = await SignedInAsync(app);
        _clock.Advance(TimeSpan.FromMinutes(61));
        _server.FailNext(TestEndpoint.Token, TestFailure.OAuthError("invalid_grant"), times: 5);

        Assert.Equal("failed: SessionEnded", (await browser.GetAsync("/api")).Text);
        Assert.Null(browser.Find(".AspNetCore.Cookies"));
        Assert.Equal("home of nobody", (await browser.GetAsync("/")).Text);
    }

    [Fact]
    public async Task Tokens_that_are_gone_from_the_store_end_the_session()
    {
        await using var app = await ApiApp.StartAsync(_server, onServer: true, _clock);
        using var browser = await SignedInAsync(app);
        var session = await SessionAsync(browser);
        await app.Services.GetRequiredService<IUserTokenStore>().RemoveAsync("Acme:" + session, default);

        Assert.Equal("failed: SessionEnded", (await browser.GetAsync("/api")).Text);
        Assert.Equal("home of nobody", (await browser.GetAsync("/")).Text);
    }

    [Fact]
    public async Task What_is_kept_on_the_server_is_sealed_and_of_one_session_alone()
    {
        await using var app = await ApiApp.StartAsync(_server, onServer: true, _clock);
        using var alice = await SignedInAsync(app);
        using var bob = await SignedInAsync(app, "bob");
        var store = app.Services.GetRequiredService<IUserTokenStore>();
        var aliceKey = "Acme:" + await SessionAsync(alice);
        var stored = await store.FindAsync(aliceKey, default);

        Assert.DoesNotContain((await alice.GetAsync("/token")).Text, stored, StringComparison.Ordinal);

        await store.SaveAsync("Acme:" + await SessionAsync(bob), stored!, _clock.GetUtcNow().AddDays(1), default);
        Assert.Equal("failed: UnreadableTokens", (await bob.GetAsync("/api")).Text);
    }

    [Fact]
    public async Task A_caller_who_leaves_leaves_the_others_alone()
    {
        await using var app = await ApiApp.StartAsync(_server, onServer: true, _clock);
        using var browser = await SignedInAsync(app);
        var user = await PrincipalAsync(browser, app);
        _clock.Advance(TimeSpan.FromMinutes(61));
        using var answer = new ManualResetEventSlim();
        _server.ChangeNext(TestEndpoint.Token, _ => answer.Wait(TimeSpan.FromSeconds(30)));
        using var leaving = new CancellationTokenSource();

        var first = app.Services.GetUserTokenAsync<IAcme>(user, cancellationToken: leaving.Token).AsTask();
        var second = app.Services.GetUserTokenAsync<IAcme>(user).AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.Set();

        Assert.NotEmpty((await second).AccessToken);
        Assert.Equal(1, Refreshes);
    }

    [Fact]
    public async Task Users_are_never_taken_for_one_another()
    {
        await using var app = await ApiApp.StartAsync(_server, onServer: false, _clock);
        using var alice = await SignedInAsync(app);
        using var bob = await SignedInAsync(app, "bob");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            var (name, browser) = i % 2 == 0 ? ("alice", alice) : ("bob", bob);
            using var tab = new Browser(app) { Cookies = Copy(browser.Cookies) };
            Assert.Contains($"\"sub\":\"{name}\"", (await tab.GetAsync("/api")).Text, StringComparison.Ordinal);
        }));
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_calls_the_API()
    {
        await using var app = await ApiApp.StartAsync(_server, onServer: false, _clock);
        using var browser = new Browser(app, _server);

        Assert.Equal("failed: UserUnknown", (await browser.GetAsync("/api")).Text);
        Assert.DoesNotContain(_server.Requests, request => request.Endpoint == TestEndpoint.Api);
    }

    [Fact]
    public async Task A_token_that_the_API_refuses_is_renewed_once()
    {
        await using var app = await ApiApp.StartAsync(_server, onServer: false, _clock);
        using var browser = await SignedInAsync(app);
        _server.FailNext(TestEndpoint.Api, TestFailure.InvalidToken());

        Assert.Contains("alice", (await browser.GetAsync("/api")).Text, StringComparison.Ordinal);
        Assert.Equal(1, Refreshes);
    }

    [Fact]
    public async Task A_token_goes_to_the_host_of_its_client_alone()
    {
        await using var app = await ApiApp.StartAsync(_server, onServer: false, _clock, map: app => app.MapGet("/elsewhere", (RequestDelegate)(http =>
            ApiApp.AnswerAsync(http, async () =>
                await http.RequestServices.GetRequiredService<IHttpClientFactory>().CreateClient("blue").GetStringAsync("https://evil.example/")))));
        using var browser = await SignedInAsync(app);

        Assert.Equal("failed: HostNotAllowed", (await browser.GetAsync("/elsewhere")).Text);
    }

    [Fact]
    public async Task A_refresh_token_is_not_used_when_its_successor_could_not_be_saved()
    {
        await using var app = await ApiApp.StartAsync(_server, onServer: false, _clock, map: app => app.MapGet("/late", (RequestDelegate)(async http =>
        {
            await http.Response.WriteAsync("begun, ");
            await http.Response.Body.FlushAsync();
            await ApiApp.AnswerAsync(http, async () => await http.RequestServices.GetRequiredService<IApi>().GetAsync());
        })));
        using var browser = await SignedInAsync(app);
        _clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal("begun, failed: TokensNotSavable", (await browser.GetAsync("/late")).Text);
        Assert.Equal(0, Refreshes);
        Assert.Contains("alice", (await browser.GetAsync("/api")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_in_the_background_says_for_whom_it_is()
    {
        await using var app = await ApiApp.StartAsync(_server, onServer: true, _clock);
        using var browser = await SignedInAsync(app);
        var user = await PrincipalAsync(browser, app);
        var api = app.Services.GetRequiredService<IApi>();
        _clock.Advance(TimeSpan.FromMinutes(61));

        using (OAuthUser.Use(user))
        {
            Assert.Contains("alice", await api.GetAsync(), StringComparison.Ordinal);
        }

        Assert.Contains("alice", await api.GetForAsync(user), StringComparison.Ordinal);
        Assert.Equal(OAuthFailure.UserUnknown, await FailureAsync(api));
        Assert.Equal(1, Refreshes);
    }

    [Fact]
    public async Task Work_in_the_background_cannot_use_tokens_of_a_cookie()
    {
        await using var app = await ApiApp.StartAsync(_server, onServer: false, _clock);
        using var browser = await SignedInAsync(app);
        var user = await PrincipalAsync(browser, app);

        using (OAuthUser.Use(user))
        {
            Assert.Equal(OAuthFailure.TokensNotSavable, await FailureAsync(app.Services.GetRequiredService<IApi>()));
        }
    }

    [Fact]
    public async Task An_application_never_sees_a_refresh_token()
    {
        await using var app = await ApiApp.StartAsync(_server, onServer: true, _clock);
        using var browser = await SignedInAsync(app);

        Assert.Null((await app.Services.GetUserTokenAsync<IAcme>(await PrincipalAsync(browser, app))).RefreshToken);
    }

    [Fact]
    public async Task A_store_of_the_applications_own_takes_the_place_of_the_cache()
    {
        await using var app = await ApiApp.StartAsync(
            _server, onServer: false, _clock, services => services.AddSingleton<IUserTokenStore, MemoryUserTokenStore>());
        using var browser = await SignedInAsync(app);
        _clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Contains("alice", (await browser.GetAsync("/api")).Text, StringComparison.Ordinal);
        Assert.Single(((MemoryUserTokenStore)app.Services.GetRequiredService<IUserTokenStore>()).Entries);
    }

    [Fact]
    public async Task Signing_out_forgets_the_tokens()
    {
        await using var app = await ApiApp.StartAsync(
            _server, onServer: false, _clock, services => services.AddSingleton<IUserTokenStore, MemoryUserTokenStore>());
        using var browser = await SignedInAsync(app);

        await browser.GetAsync("/logout");

        Assert.Empty(((MemoryUserTokenStore)app.Services.GetRequiredService<IUserTokenStore>()).Entries);
    }

    private static async Task<OAuthFailure> FailureAsync(IApi api) =>
        ((OAuthException)(await Assert.ThrowsAsync<ApiRequestException>(() => api.GetAsync())).InnerException!).Failure;

    private async Task<Browser> SignedInAsync(WebApp app, string user = "alice")
    {
        var browser = new Browser(app, _server, user);
        await browser.OpenAsync("/private");
        return browser;
    }

    private static async Task<string> SessionAsync(Browser browser) =>
        (await browser.GetAsync("/claims")).Text.Split('\n').Single(claim => claim.StartsWith(OAuthClaims.Session, StringComparison.Ordinal)).Split('=')[1];

    private static async Task<ClaimsPrincipal> PrincipalAsync(Browser browser, WebApp app)
    {
        Assert.NotNull(app);
        var claims = (await browser.GetAsync("/claims")).Text.Split('\n').Select(claim => claim.Split('=', 2));
        return new(new ClaimsIdentity(claims.Select(claim => new Claim(claim[0], claim[1])), "Acme"));
    }

    private static CookieContainer Copy(CookieContainer cookies)
    {
        var copy = new CookieContainer();
        copy.Add(cookies.GetCookies(WebApp.Address));
        return copy;
    }

    private static string Payload(string token) =>
        System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]));
}
