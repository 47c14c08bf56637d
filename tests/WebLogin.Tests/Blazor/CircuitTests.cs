using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using SdkGen.OAuth.Testing;

namespace WebLogin.Tests.Blazor;

/// <summary>A circuit in a real browser, which lives longer than its request and than any access token.</summary>
public sealed class CircuitTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private TestAuthorizationServer _server = null!;
    private WebApplication _app = null!;

    private int Refreshes => _server.Requests.Count(request => request["grant_type"] == "refresh_token");

    private int SignIns => _server.Requests.Count(request => request["grant_type"] == "authorization_code");

    private string Address => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public async Task InitializeAsync()
    {
        _server = await TestAuthorizationServer.StartAsync(new() { TimeProvider = _clock });
        _app = await CircuitApp.StartAsync(_server, _clock);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [SkippableFact]
    public async Task The_user_s_token_is_refreshed_in_the_circuit_and_stored_without_a_response()
    {
        await using var browser = await chromium.NewContextAsync();
        var page = await SignInAsync(browser);
        var cookies = await CookiesAsync(browser);

        for (var hour = 0; hour < 3; hour++)
        {
            await page.ClickAsync("#call");
            Assert.Contains("\"sub\":\"alice\"", await page.TextContentAsync($"#answer-{hour + 1}"), StringComparison.Ordinal);
            Assert.Equal(hour, Refreshes);
            _clock.Advance(TimeSpan.FromMinutes(61));
        }

        await page.ClickAsync("#call");
        await page.WaitForSelectorAsync("#answer-4");
        Assert.Equal(3, Refreshes);

        // A request finds what the circuit has stored, and the browser has the cookies that it had.
        var answer = await browser.APIRequest.GetAsync(Address + "/request");
        Assert.Contains("alice", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(3, Refreshes);
        Assert.Equal(cookies, await CookiesAsync(browser));
        Assert.Equal(1, SignIns);
    }

    [SkippableFact]
    public async Task A_session_that_has_ended_at_the_provider_begins_anew()
    {
        await using var browser = await chromium.NewContextAsync();
        var page = await SignInAsync(browser);
        _clock.Advance(TimeSpan.FromMinutes(61));
        _server.FailNext(TestEndpoint.Token, TestFailure.OAuthError("invalid_grant"));

        await page.RunAndWaitForRequestAsync(() => page.ClickAsync("#call"), "**/signin-identity?**");
        await page.WaitForURLAsync(Address + "/");
        await page.ClickAsync("#call");

        Assert.Contains("alice", await page.TextContentAsync("#answer-1"), StringComparison.Ordinal);
        Assert.Equal(2, SignIns);
    }

    [SkippableFact]
    public async Task A_circuit_signs_its_user_out_by_a_page()
    {
        await using var browser = await chromium.NewContextAsync();
        var page = await SignInAsync(browser);

        await page.ClickAsync("#leave");
        await page.WaitForURLAsync("**/gone");

        Assert.Contains(_server.Requests, request => request.Endpoint == TestEndpoint.EndSession);
        Assert.DoesNotContain(await browser.CookiesAsync([Address]), cookie => cookie.Name == ".AspNetCore.Cookies");
    }

    private async Task<IPage> SignInAsync(IBrowserContext browser)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(Address);
        await page.WaitForSelectorAsync("#call");
        return page;
    }

    private async Task<IEnumerable<string>> CookiesAsync(IBrowserContext browser) =>
        (await browser.CookiesAsync([Address])).Select(cookie => $"{cookie.Name}={cookie.Value}").Order(StringComparer.Ordinal).ToList();
}
