using Microsoft.Playwright;
using SdkGen.OAuth.Testing;

namespace WebLogin.Tests;

/// <summary>Two instances of the sample, a process each, behind a proxy that ends TLS and alternates between them, with a Redis.</summary>
public sealed class SeveralInstancesTests(Chromium chromium, SeveralInstances shared) : IClassFixture<Chromium>, IClassFixture<SeveralInstances>
{
    private const string CallbackPath = "/signin-identity";

    private readonly TestAuthorizationServer _server = shared.Server;
    private readonly AlternatingProxy _proxy = shared.Proxy;
    private readonly int _before = shared.Server.Requests.Count;

    private IEnumerable<TestRequest> Requests => _server.Requests.Skip(_before);

    [SkippableFact]
    public async Task A_user_never_notices_that_there_are_two()
    {
        await using var browser = await chromium.NewContextAsync();
        var page = await SignInAsync(browser);
        Assert.Equal("Alice Adams", await page.TextContentAsync("h1"));
        Assert.Equal(_proxy.Address + "/", page.Url);
        Assert.NotEqual(_proxy.InstanceOf("/login"), _proxy.InstanceOf(CallbackPath));

        for (var call = 0; call < 2; call++)
        {
            await page.ClickAsync("text=Call the API");
            Assert.Contains("\"sub\": \"alice\"", await page.TextContentAsync("#answer"), StringComparison.Ordinal);
            _proxy.AvoidNext("/call");
        }

        // What one instance has refreshed, the other one has at once; and each refresh token is used once.
        var before = await page.TextContentAsync("#token");
        await page.ClickAsync("text=Refresh now");
        var after = await page.TextContentAsync("#token");
        Assert.NotEqual(before, after);
        Assert.NotEqual(_proxy.InstanceOf("/refresh"), _proxy.InstanceOf("/"));
        await page.ReloadAsync();
        Assert.Equal(after, await page.TextContentAsync("#token"));
        Assert.Single(Requests, request => request["grant_type"] == "refresh_token");

        await page.ClickAsync("text=Sign out");
        Assert.Equal("You have signed out.", await page.TextContentAsync(".note"));
        Assert.NotEqual(_proxy.InstanceOf("/logout"), _proxy.InstanceOf("/signout-callback-identity"));
        await page.GotoAsync(_proxy.Address);
        Assert.Equal("Hello, stranger.", await page.TextContentAsync("h1"));
        Assert.Equal(2, _proxy.Served.Select(served => served.Instance).Distinct().Count());
    }

    [SkippableFact]
    public async Task A_callback_that_one_instance_has_used_is_refused_by_the_other()
    {
        await using var browser = await chromium.NewContextAsync();
        string? callback = null;
        browser.Request += (_, request) => callback = request.Url.Contains(CallbackPath, StringComparison.Ordinal) ? request.Url : callback;
        var page = await SignInAsync(browser);
        var first = _proxy.InstanceOf(CallbackPath);

        _proxy.AvoidNext(CallbackPath);
        await page.GotoAsync(callback!);

        Assert.Equal("RequestReplayed", await page.TextContentAsync("#failure"));
        Assert.NotEqual(first, _proxy.InstanceOf(CallbackPath));
        Assert.Single(Requests, request => request["grant_type"] == "authorization_code");
    }

    [SkippableFact]
    public async Task A_session_that_the_provider_ends_at_one_instance_is_over_at_both()
    {
        await using var browser = await chromium.NewContextAsync();
        var page = await SignInAsync(browser);

        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var provider = new HttpClient(handler);
        using var form = new FormUrlEncodedContent([new("logout_token", _server.CreateLogoutToken("alice"))]);
        var answer = await provider.PostAsync(_proxy.Address + "/signout-backchannel-identity", form);

        Assert.True(answer.IsSuccessStatusCode);
        _proxy.AvoidNext("/signout-backchannel-identity");
        await page.GotoAsync(_proxy.Address);
        Assert.Equal("Hello, stranger.", await page.TextContentAsync("h1"));
        await page.GotoAsync(_proxy.Address);
        Assert.Equal("Hello, stranger.", await page.TextContentAsync("h1"));
    }

    [SkippableFact]
    public async Task Ten_tabs_that_refresh_at_both_instances_at_once_use_each_refresh_token_once()
    {
        await using var browser = await chromium.NewContextAsync();
        var page = await SignInAsync(browser);
        var tabs = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            var tab = await browser.NewPageAsync();
            await tab.GotoAsync(_proxy.Address);
            return tab;
        }));

        await Task.WhenAll(tabs.Select(tab => tab.ClickAsync("text=Refresh now")));

        Assert.All(await Task.WhenAll(tabs.Select(tab => tab.TextContentAsync("h1"))), name => Assert.Equal("Alice Adams", name));
        var used = Requests.Where(request => request["grant_type"] == "refresh_token").Select(request => request["refresh_token"]).ToList();
        Assert.Equal(used.Distinct(), used);
        await page.ReloadAsync();
        Assert.Equal("Alice Adams", await page.TextContentAsync("h1"));
    }

    private async Task<IPage> SignInAsync(IBrowserContext browser)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(_proxy.Address);
        await page.ClickAsync("text=Sign in as Alice");
        await page.WaitForSelectorAsync("#token");
        return page;
    }
}
