using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using SdkGen.OAuth.Interop.Tests.OidcProvider;
using SdkGen.OAuth.Testing;
using WebLogin.Tests;

namespace SdkGen.OAuth.Interop.Tests.NativeApps;

/// <summary>Programs on a user's machine (RFC 8252, RFC 8628) and real servers, with Chromium as the browser of the system.</summary>
[Collection(OidcProviderCollection.Name)]
[Trait("Category", "Interop")]
public sealed class SystemBrowserTests(OidcProviderPeer peer, Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private TestAuthorizationServer _server = null!;

    public async Task InitializeAsync() => _server = await TestAuthorizationServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [SkippableTheory]
    [InlineData("test server", "127.0.0.1")]
    [InlineData("test server", "::1")]
    [InlineData("oidc-provider", "127.0.0.1")]
    [InlineData("oidc-provider", "::1")]
    public async Task A_user_signs_in_and_the_page_that_they_see_holds_nothing_of_it(string server, string address)
    {
        Skip.IfNot(address == "127.0.0.1" || Socket.OSSupportsIPv6, "This machine has no IPv6.");
        var client = Client(server);
        await using var browser = await chromium.NewContextAsync();
        var page = await browser.NewPageAsync();
        Task<IResponse?>? opened = null;

        var token = await client.SignInWithBrowserAsync(new()
        {
            Address = IPAddress.Parse(address),
            OpenBrowser = (uri, _) =>
            {
                opened = page.GotoAsync(uri.AbsoluteUri);
                return Task.CompletedTask;
            },
        });

        Assert.NotEmpty(token.IdToken!.Subject);
        var response = (await opened!)!;
        Assert.Equal(address, new Uri(page.Url).Host.Trim('[', ']'));
        await AssertHoldsNothingAsync(page, response, token);
        await ShotAsync(page, $"signed-in {server} {address.Replace(':', '-')}");
    }

    [SkippableFact]
    public async Task A_user_who_refuses_is_told_so_and_the_program_too()
    {
        var client = Client("oidc-provider");
        await using var browser = await chromium.NewContextAsync();
        var page = await browser.NewPageAsync();
        Task<IResponse?>? opened = null;

        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.SignInWithBrowserAsync(new()
        {
            Configure = parameters => parameters with { LoginHint = "deny" },
            OpenBrowser = (uri, _) =>
            {
                opened = page.GotoAsync(uri.AbsoluteUri);
                return Task.CompletedTask;
            },
        }));

        Assert.Equal((OAuthFailure.AuthorizationError, "access_denied"), (exception.Failure, exception.Error));
        Assert.Equal(400, (await opened!)!.Status);
        Assert.Equal("Not signed in", await page.TitleAsync());
        await ShotAsync(page, "refused");
    }

    [SkippableFact]
    public async Task Without_a_word_about_it_the_browser_is_the_one_of_the_system()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "What opens a URL is another program there.");
        await using var system = new FakeSystem();
        await using var browser = await chromium.NewContextAsync();
        var page = await browser.NewPageAsync();

        var signIn = Client("test server").SignInWithBrowserAsync();
        var response = await page.GotoAsync(await system.OpenedAsync());

        await AssertHoldsNothingAsync(page, response!, await signIn);
    }

    [SkippableTheory]
    [InlineData("test server")]
    [InlineData("oidc-provider")]
    public async Task A_device_gets_its_tokens_when_the_user_has_entered_the_code_in_a_browser(string server)
    {
        var client = Client(server);
        await using var browser = await chromium.NewContextAsync();
        var page = await browser.NewPageAsync();

        var token = await client.SignInWithDeviceCodeAsync(async prompt =>
        {
            await page.GotoAsync(prompt.VerificationUriComplete!.AbsoluteUri);
            for (var step = 0; step < 3 && await page.QuerySelectorAsync("button[type=submit]:not([name=abort])") is { } button; step++)
            {
                await button.ClickAsync();
                await page.WaitForLoadStateAsync();
            }
        });

        Assert.NotEmpty(token.IdToken!.Subject);
        Assert.DoesNotContain(token.AccessToken, await page.ContentAsync(), StringComparison.Ordinal);
    }

    private static async Task AssertHoldsNothingAsync(IPage page, IResponse response, TokenResponse token)
    {
        var query = System.Web.HttpUtility.ParseQueryString(new Uri(response.Url).Query);
        string[] secrets = [query["code"]!, query["state"]!, token.AccessToken, token.IdToken!.Value, token.RefreshToken!];
        var shown = page.Url + await page.ContentAsync() + await page.TitleAsync() + await page.EvaluateAsync<string>("JSON.stringify(Object.entries(window.sessionStorage)) + document.cookie");
        Assert.Contains("You are signed in. You can close this window.", shown, StringComparison.Ordinal);
        Assert.All(secrets, secret =>
        {
            Assert.NotEmpty(secret);
            Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
            Assert.DoesNotContain(response.Headers.Values, value => value.Contains(secret, StringComparison.Ordinal));
        });
        Assert.Equal("no-store", response.Headers["cache-control"]);
        Assert.Equal("no-referrer", response.Headers["referrer-policy"]);
    }

    /// <summary>A program that others can download: it has no secret.</summary>
    private IOidcProvider Client(string server) => Clients.Create<IOidcProvider>(
        server == "oidc-provider" ? peer.Issuer() : _server.Issuer,
        options => options.ClientId = server == "oidc-provider" ? "native" : _server.PublicClient.ClientId);

    /// <summary>A picture to look at, where somebody wants one.</summary>
    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("NATIVE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }
}
