using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests.Login;

/// <summary>The one cookie of sign-ins that are under way: bound to the host, small whatever happens, and shared by tabs.</summary>
public sealed class LoginCookieTests : IAsyncLifetime
{
    private TestAuthorizationServer _server = null!;

    public async Task InitializeAsync() => _server = await TestAuthorizationServer.StartAsync(new() { ListenOnLoopback = false });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_cookie_is_bound_to_the_host_and_hidden_from_scripts(bool onServer)
    {
        await using var app = await StartAsync(onServer);
        using var browser = new Browser(app, _server);
        await browser.BeginAsync("/login");

        var cookie = Assert.Single(browser.SetCookies);

        Assert.Matches("^__Host-oauth-[A-Za-z0-9_-]{6}=[A-Za-z0-9_-]+; path=/; secure; samesite=lax; httponly$", cookie);
    }

    [Theory]
    [InlineData(false, 3600)]
    [InlineData(true, 100)]
    public async Task However_many_sign_ins_begin_there_is_one_small_cookie(bool onServer, int maxLength)
    {
        await using var app = await StartAsync(onServer);
        using var browser = new Browser(app, _server);

        for (var i = 0; i < 50; i++)
        {
            await browser.BeginAsync("/login?returnUrl=/" + new string('a', i * 20));

            Assert.Single(browser.Cookies.GetCookies(WebApp.Address));
            Assert.InRange(browser.LoginCookie.Name.Length + browser.LoginCookie.Value.Length, 1, maxLength);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Four_tabs_sign_in_at_the_same_time(bool onServer)
    {
        await using var app = await StartAsync(onServer);
        using var browser = new Browser(app, _server);
        var tabs = new List<Uri>();
        for (var tab = 0; tab < 4; tab++)
        {
            tabs.Add(await browser.BeginAsync($"/login?returnUrl=/{tab}"));
        }

        foreach (var tab in new[] { 2, 0, 3, 1 })
        {
            Assert.Equal($"/{tab}", (await browser.SendAsync(await browser.CallbackAsync(tabs[tab]))).Text);
        }
    }

    [Fact]
    public async Task The_oldest_of_five_tabs_is_told_that_newer_ones_took_its_place()
    {
        await using var app = await StartAsync();
        using var browser = new Browser(app, _server);
        var oldest = await browser.BeginAsync("/login");
        for (var tab = 0; tab < 4; tab++)
        {
            await browser.BeginAsync("/login");
        }

        var page = await browser.SendAsync(await browser.CallbackAsync(oldest));

        Assert.Equal(OAuthFailure.RequestUnknown, page.Failure);
        Assert.Contains(app.Log.Lines, line => line.Contains("more than 4 sign-ins since", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_tabs_that_begin_the_very_first_sign_in_in_one_instant_the_loser_is_told_and_can_begin_again(bool onServer)
    {
        await using var app = await StartAsync(onServer);
        using var browser = new Browser(app, _server);
        using var otherTab = new Browser(app, _server);
        var loser = await browser.CallbackAsync(await browser.BeginAsync("/login?returnUrl=/loser"));
        var winner = await otherTab.CallbackAsync(await otherTab.BeginAsync("/login?returnUrl=/winner"));

        // Neither request had a cookie. The browser keeps the one of the later response.
        browser.Cookies = otherTab.Cookies;
        var refused = await browser.SendAsync(loser);

        Assert.Equal(OAuthFailure.OtherBrowser, refused.Failure);
        Assert.Contains("another browser or tab. Please start it again here.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\">", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/winner", (await browser.SendAsync(winner)).Text);
        Assert.Equal("/loser", (await browser.OpenAsync("/login?returnUrl=/loser")).Text);
    }

    [Fact]
    public async Task After_a_sign_in_the_cookie_holds_a_note_alone()
    {
        await using var app = await StartAsync();
        using var browser = new Browser(app, _server);
        await browser.BeginAsync("/login");
        var waiting = browser.LoginCookie.Value.Length;

        await browser.OpenAsync("/login");
        await browser.OpenAsync("/login");

        // One still waits; two notes are smaller than one sign-in.
        Assert.InRange(browser.LoginCookie.Value.Length, waiting, waiting + 100);
    }

    [Fact]
    public async Task A_cookie_that_cannot_be_read_hinders_nobody_from_a_new_sign_in()
    {
        await using var app = await StartAsync();
        using var browser = new Browser(app, _server);
        await browser.BeginAsync("/login");
        browser.LoginCookie.Value = "damaged";

        Assert.Equal("/", (await browser.OpenAsync("/login")).Text);
    }

    [Fact]
    public async Task A_state_from_a_store_that_all_browsers_share_is_not_enough()
    {
        var store = new MemoryRequestStore();
        await using var app = await StartAsync(onServer: true, store);
        using var browser = new Browser(app, _server);
        await browser.BeginAsync("/login");

        var entry = Assert.Single(store.Entries);
        Assert.DoesNotContain("alice", entry.Value, StringComparison.Ordinal);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", entry.Key);
    }

    [Fact]
    public async Task The_distributed_cache_of_the_application_can_hold_what_waits()
    {
        await using var app = await WebApp.StartAsync(
            services =>
            {
                services.AddDistributedMemoryCache();
                services.AddServerSideLogins();
                services.AddAcme(WebApp.At(_server));
            },
            app => app.MapOAuthLogin<IAcme>("/login", "/callback", login => Results.Text(login.ReturnUrl)));
        using var browser = new Browser(app, _server);

        Assert.Equal("/here", (await browser.OpenAsync("/login?returnUrl=/here")).Text);
    }

    private Task<WebApp> StartAsync(bool onServer = false, MemoryRequestStore? store = null) => WebApp.StartAsync(
        services =>
        {
            services.AddAcme(WebApp.At(_server));
            if (onServer)
            {
                services.AddSingleton<IAuthorizationRequestStore>(store ?? new());
            }
        },
        app => app.MapOAuthLogin<IAcme>("/login", "/callback", login => Results.Text(login.ReturnUrl)));
}
