using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests.Scheme;

/// <summary>Signing out: by the user here, and by the provider from there.</summary>
public sealed class SignOutTests : IAsyncLifetime
{
    private const string SignedIn = "home of Alice Adams";
    private const string SignedOut = "home of nobody";

    private TestAuthorizationServer _server = null!;

    public async Task InitializeAsync() => _server = await TestAuthorizationServer.StartAsync(new() { ListenOnLoopback = false });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_user_signs_out_here_and_at_the_provider_and_comes_back()
    {
        await using var app = await SchemeApp.StartAsync(_server);
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");

        var page = await browser.OpenAsync("/logout");

        Assert.Equal(SignedOut, page.Text);
        Assert.Equal("/?bye", page.Path);
        var logout = Assert.Single(_server.Requests, request => request.Endpoint == TestEndpoint.EndSession);
        Assert.NotEmpty(logout["id_token_hint"]!);
        Assert.Equal("https://app.example/signout-callback-acme", logout["post_logout_redirect_uri"]);
        Assert.DoesNotContain(browser.Cookies.GetCookies(WebApp.Address), cookie => cookie.Name.EndsWith("-out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signing_out_revokes_the_refresh_token()
    {
        await using var app = await SchemeApp.StartAsync(_server);
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");

        await browser.GetAsync("/logout");

        Assert.Equal("refresh_token", Assert.Single(_server.Requests, request => request.Endpoint == TestEndpoint.Revocation)["token_type_hint"]);
    }

    [Fact]
    public async Task A_provider_that_is_down_keeps_nobody_signed_in()
    {
        await using var app = await SchemeApp.StartAsync(_server);
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");
        _server.FailNext(TestEndpoint.Revocation, TestFailure.Status(HttpStatusCode.ServiceUnavailable));

        await browser.GetAsync("/logout");

        Assert.Equal(SignedOut, (await browser.GetAsync("/")).Text);
        Assert.Contains(app.Log.Lines, line => line.StartsWith("Warning 105", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?state=wrong")]
    public async Task A_return_that_no_sign_out_began_leads_home(string query)
    {
        await using var app = await SchemeApp.StartAsync(_server);
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");
        await browser.GetAsync("/logout");

        Assert.Equal("/", (await browser.GetAsync("/signout-callback-acme" + query)).Location?.PathAndQuery);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_logout_token_ends_the_session_or_all_of_the_user(bool namesSession)
    {
        await using var app = await SchemeApp.StartAsync(_server);
        using var browser = new Browser(app, _server);
        using var other = new Browser(app, _server);
        await browser.OpenAsync("/private");
        await other.OpenAsync("/private");
        var session = Session(await browser.GetAsync("/claims"));

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(app, _server.CreateLogoutToken("alice", namesSession ? session : null))).Status);

        Assert.Equal(SignedOut, (await browser.GetAsync("/")).Text);
        Assert.Equal(namesSession ? SignedIn : SignedOut, (await other.GetAsync("/")).Text);
        Assert.Null(browser.Find(".AspNetCore.Cookies"));
    }

    [Fact]
    public async Task Who_signs_in_again_after_a_logout_is_signed_in()
    {
        await using var app = await SchemeApp.StartAsync(_server);
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");
        await PostAsync(app, _server.CreateLogoutToken("alice"));

        // The cookie of before is refused, whoever sends it.
        Assert.Equal(SignedOut, (await browser.GetAsync("/")).Text);
        await browser.OpenAsync("/private");
        Assert.Equal(SignedIn, (await browser.GetAsync("/")).Text);
    }

    [Fact]
    public async Task A_logout_token_ends_sessions_at_all_machines_that_share_a_cache()
    {
        var cache = new Microsoft.Extensions.Caching.Distributed.MemoryDistributedCache(
            Microsoft.Extensions.Options.Options.Create(new Microsoft.Extensions.Caching.Memory.MemoryDistributedCacheOptions()));
        void Share(IServiceCollection services) => services.AddSingleton<Microsoft.Extensions.Caching.Distributed.IDistributedCache>(cache);
        await using var one = await SchemeApp.StartAsync(_server, services: Share);
        await using var other = await SchemeApp.StartAsync(_server, services: Share);
        using var browser = new Browser(one, _server);
        await browser.OpenAsync("/private");
        await PostAsync(other, _server.CreateLogoutToken("alice"));

        Assert.Equal(SignedOut, (await browser.GetAsync("/")).Text);
    }

    [Fact]
    public async Task A_logout_token_that_is_wrong_ends_nothing()
    {
        await using var app = await SchemeApp.StartAsync(_server);
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");
        var used = _server.CreateLogoutToken("bob");
        await PostAsync(app, used);

        string[] wrong = ["", "a.b.c", used, _server.CreateLogoutToken("alice", change: claims => claims["aud"] = "another"), _server.CreateLogoutToken("alice", change: claims => claims["nonce"] = "n")];
        foreach (var token in wrong)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(app, token)).Status);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/signout-backchannel-acme?logout_token=" + _server.CreateLogoutToken("alice"))).Status);
        Assert.Equal(SignedIn, (await browser.GetAsync("/")).Text);
    }

    [Fact]
    public async Task A_provider_signs_a_user_out_through_their_browser()
    {
        await using var app = await SchemeApp.StartAsync(_server);
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");
        var session = Session(await browser.GetAsync("/claims"));

        await browser.GetAsync($"/signout-frontchannel-acme?iss={Uri.EscapeDataString(_server.Issuer)}&sid={session}");

        Assert.Equal(SignedOut, (await browser.GetAsync("/")).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?sid={sid}")]
    [InlineData("?iss={iss}")]
    [InlineData("?iss={iss}&sid=other")]
    [InlineData("?iss=https%3A%2F%2Fevil.example&sid={sid}")]
    public async Task Another_page_signs_nobody_out(string query)
    {
        await using var app = await SchemeApp.StartAsync(_server);
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");
        query = query.Replace("{iss}", Uri.EscapeDataString(_server.Issuer), StringComparison.Ordinal)
            .Replace("{sid}", Session(await browser.GetAsync("/claims")), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/signout-frontchannel-acme" + query)).Status);
        Assert.Equal(SignedIn, (await browser.GetAsync("/")).Text);
    }

    [Fact]
    public async Task Cookie_events_of_ones_own_ask_for_the_session_themselves()
    {
        await using var app = await SchemeApp.StartAsync(
            _server, services: services => services.AddScoped<OwnEvents>(), cookie: options => options.EventsType = typeof(OwnEvents));
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");
        await PostAsync(app, _server.CreateLogoutToken("alice"));

        Assert.Equal(SignedOut, (await browser.GetAsync("/")).Text);
    }

    private sealed class OwnEvents : CookieAuthenticationEvents
    {
        public override Task ValidatePrincipal(CookieValidatePrincipalContext context) => context.ValidateOAuthSessionAsync();
    }

    private static string Session(Page claims) => claims.Text.Split('\n').Single(claim => claim.StartsWith("sid=", StringComparison.Ordinal))[4..];

    private static async Task<Page> PostAsync(WebApp app, string token)
    {
        using var provider = new Browser(app);
        return await provider.SendAsync(new(HttpMethod.Post, "https://app.example/signout-backchannel-acme")
        {
            Content = new FormUrlEncodedContent([new("logout_token", token)]),
        });
    }
}
