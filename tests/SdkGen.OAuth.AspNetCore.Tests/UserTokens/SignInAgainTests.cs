using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests.UserTokens;

/// <summary>A session that ends in the middle of a request.</summary>
public sealed class SignInAgainTests : IAsyncLifetime
{
    private TestAuthorizationServer _server = null!;

    public async Task InitializeAsync() => _server = await TestAuthorizationServer.StartAsync(new() { ListenOnLoopback = false });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_user_signs_in_again_and_comes_back_to_the_page()
    {
        await using var app = await StartAsync();
        using var browser = await EndedAsync(app);

        Assert.StartsWith("{\"sub\":\"alice\"", (await browser.OpenAsync("/orders?page=2")).Text, StringComparison.Ordinal);
        Assert.Equal(2, _server.Requests.Count(request => request.Endpoint == TestEndpoint.Authorization));
    }

    [Fact]
    public async Task A_script_is_told_401()
    {
        await using var app = await StartAsync();
        using var browser = await EndedAsync(app);

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/orders", ("Sec-Fetch-Mode", "cors"))).Status);
        Assert.Equal("home of nobody", (await browser.GetAsync("/")).Text);
    }

    [Fact]
    public async Task Other_exceptions_pass()
    {
        await using var app = await StartAsync();
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");
        _server.FailNext(TestEndpoint.Api, TestFailure.Status(HttpStatusCode.InternalServerError));

        await Assert.ThrowsAnyAsync<Exception>(() => browser.GetAsync("/orders"));
    }

    private Task<WebApp> StartAsync() => ApiApp.StartAsync(_server, onServer: false, map: app =>
    {
        app.UseOAuthSignInAgain();
        app.MapGet("/orders", (RequestDelegate)(async http => await http.Response.WriteAsync(await http.RequestServices.GetRequiredService<IApi>().GetAsync())))
            .RequireAuthorization();
    });

    /// <summary>A browser whose session is over at the provider.</summary>
    private async Task<Browser> EndedAsync(WebApp app)
    {
        var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");
        _server.FailNext(TestEndpoint.Api, TestFailure.InvalidToken());
        _server.FailNext(TestEndpoint.Token, TestFailure.OAuthError("invalid_grant"));
        return browser;
    }
}
