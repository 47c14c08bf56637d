using Microsoft.Playwright;
using SdkGen.OAuth.Testing;

namespace WebLogin.Tests;

/// <summary>The sample in a real browser, with a real provider on another site.</summary>
public sealed class BrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_user_signs_in_calls_the_API_refreshes_and_signs_out(bool https)
    {
        await using var browser = await chromium.NewContextAsync();
        await using var sample = await RunningSample.StartAsync(https);
        var page = await OpenAsync(browser, sample);
        await ShotAsync(page, "1-start");

        await page.ClickAsync("text=Sign in as Alice");
        Assert.Equal("Alice Adams", await page.TextContentAsync("h1"));
        Assert.Equal(sample.Address + "/", page.Url);
        await ShotAsync(page, "2-signed-in");

        await page.ClickAsync("text=Call the API");
        Assert.Contains("\"sub\": \"alice\"", await page.TextContentAsync("#answer"), StringComparison.Ordinal);
        await ShotAsync(page, "3-api");

        var before = await page.TextContentAsync("#token");
        await page.ClickAsync("text=Refresh now");
        Assert.NotEqual(before, await page.TextContentAsync("#token"));

        await page.ClickAsync("text=Sign out");
        Assert.Equal("You have signed out.", await page.TextContentAsync(".note"));
        await ShotAsync(page, "4-signed-out");
        Assert.Contains(sample.Server.Requests, request => request.Endpoint == TestEndpoint.EndSession);
    }

    [SkippableFact]
    public async Task The_cookie_of_a_sign_in_is_one_that_the_browser_binds_to_the_host()
    {
        await using var browser = await chromium.NewContextAsync();
        await using var sample = await RunningSample.StartAsync();
        var page = await OpenAsync(browser, sample);
        await page.ClickAsync("text=Sign in as Alice");

        var cookie = Assert.Single(await browser.CookiesAsync(), cookie => cookie.Name.StartsWith("__Host-oauth-", StringComparison.Ordinal));
        Assert.True(cookie is { Secure: true, HttpOnly: true, Path: "/", SameSite: SameSiteAttribute.Lax });
        Assert.Equal("", await page.EvaluateAsync<string>("document.cookie"));
    }

    [SkippableFact]
    public async Task Who_is_refused_is_told_so()
    {
        await using var browser = await chromium.NewContextAsync(ColorScheme.Dark);
        await using var sample = await RunningSample.StartAsync();
        var page = await OpenAsync(browser, sample);
        await ShotAsync(page, "5-start-dark");

        await page.ClickAsync("text=Be refused");

        Assert.Equal("AuthorizationError", await page.TextContentAsync("#failure"));
        await ShotAsync(page, "6-refused-dark");
    }

    [SkippableFact]
    public async Task Two_tabs_sign_in_at_once()
    {
        await using var browser = await chromium.NewContextAsync();
        await using var sample = await RunningSample.StartAsync();
        var first = await OpenAsync(browser, sample);
        var second = await OpenAsync(browser, sample);
        var provider = await BeginAsync(browser, sample, "bob");

        await second.ClickAsync("text=Sign in as Alice");
        Assert.Equal("Alice Adams", await second.TextContentAsync("h1"));
        await first.GotoAsync(provider);

        Assert.Equal("Bob Brown", await first.TextContentAsync("h1"));
    }

    [SkippableFact]
    public async Task The_back_button_leads_to_no_error()
    {
        await using var browser = await chromium.NewContextAsync();
        await using var sample = await RunningSample.StartAsync();
        var page = await OpenAsync(browser, sample);
        await page.ClickAsync("text=Sign in as Alice");
        await page.WaitForSelectorAsync("#token");

        await page.GoBackAsync();

        Assert.Equal("Alice Adams", await page.TextContentAsync("h1"));
    }

    [SkippableFact]
    public async Task A_callback_that_is_loaded_again_is_refused()
    {
        await using var browser = await chromium.NewContextAsync();
        await using var sample = await RunningSample.StartAsync();
        var page = await OpenAsync(browser, sample);
        var callback = await CallbackAsync(page);

        await page.GotoAsync(callback);

        Assert.Equal("RequestReplayed", await page.TextContentAsync("#failure"));
        await page.ClickAsync("text=Back to the start");
        Assert.Equal("Alice Adams", await page.TextContentAsync("h1"));
    }

    [SkippableFact]
    public async Task A_callback_with_another_state_is_refused()
    {
        await using var browser = await chromium.NewContextAsync();
        await using var sample = await RunningSample.StartAsync();
        var page = await OpenAsync(browser, sample);
        var callback = await CallbackAsync(page);
        var state = System.Web.HttpUtility.ParseQueryString(new Uri(callback).Query)["state"]!;

        await page.GotoAsync(callback.Replace(state, new string('A', state.Length), StringComparison.Ordinal));

        Assert.Equal("RequestUnknown", await page.TextContentAsync("#failure"));
    }

    [SkippableFact]
    public async Task A_callback_in_another_browser_is_refused()
    {
        await using var attacker = await chromium.NewContextAsync();
        await using var victim = await chromium.NewContextAsync();
        await using var sample = await RunningSample.StartAsync();
        var answer = await attacker.APIRequest.GetAsync(await BeginAsync(attacker, sample, "alice"), new() { MaxRedirects = 0 });
        var callback = answer.Headers["location"];
        var page = await OpenAsync(victim, sample);
        await page.ClickAsync("text=Sign in as Bob");
        await page.WaitForSelectorAsync("#token");

        await page.GotoAsync(callback);

        Assert.Equal("OtherBrowser", await page.TextContentAsync("#failure"));
        await page.GotoAsync(sample.Address);
        Assert.Equal("Bob Brown", await page.TextContentAsync("h1"));
    }

    [SkippableFact]
    public async Task A_browser_that_blocks_cookies_is_told_so()
    {
        await using var browser = await chromium.NewContextWithoutCookiesAsync();
        await using var sample = await RunningSample.StartAsync();
        var page = await OpenAsync(browser, sample);

        await page.ClickAsync("text=Sign in as Alice");

        Assert.Equal("LoginCookieMissing", await page.TextContentAsync("#failure"));
        await ShotAsync(page, "7-no-cookies");
    }

    [SkippableFact]
    public async Task A_user_whose_session_has_ended_at_the_provider_signs_in_again()
    {
        await using var browser = await chromium.NewContextAsync();
        await using var sample = await RunningSample.StartAsync();
        var page = await OpenAsync(browser, sample);
        await page.ClickAsync("text=Sign in as Alice");
        await page.WaitForSelectorAsync("#token");
        var signIns = SignIns(sample);
        sample.Server.FailNext(TestEndpoint.Token, TestFailure.OAuthError("invalid_grant"));

        await page.ClickAsync("text=Refresh now");

        Assert.Equal("Alice Adams", await page.TextContentAsync("h1"));
        Assert.Equal(signIns + 1, SignIns(sample));
    }

    private static int SignIns(RunningSample sample) => sample.Server.Requests.Count(request => request.Endpoint == TestEndpoint.Authorization);

    private static async Task<IPage> OpenAsync(IBrowserContext browser, RunningSample sample)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(sample.Address);
        return page;
    }

    /// <summary>Signs alice in, and tells the address of the callback.</summary>
    private static async Task<string> CallbackAsync(IPage page)
    {
        var callback = page.WaitForRequestAsync("**/signin-identity?**");
        await page.ClickAsync("text=Sign in as Alice");
        await page.WaitForSelectorAsync("#token");
        return (await callback).Url;
    }

    /// <summary>Begins a sign-in in a tab, and stops before the provider.</summary>
    private static async Task<string> BeginAsync(IBrowserContext browser, RunningSample sample, string user)
    {
        var answer = await browser.APIRequest.GetAsync($"{sample.Address}/login?user={user}", new() { MaxRedirects = 0 });
        return answer.Headers["location"];
    }

    /// <summary>A picture to look at, where somebody wants one.</summary>
    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("WEBLOGIN_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
