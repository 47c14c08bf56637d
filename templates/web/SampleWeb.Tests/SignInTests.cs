using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SdkGen.OAuth.Testing;

namespace SampleWeb.Tests;

/// <summary>The application with a real authorization server and an API behind its tokens, both in this process.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task Who_wants_a_page_signs_in_and_gets_it()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        await using var app = new Application(server);
        using var browser = app.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });

        // Away to the provider, …
        using var away = await browser.GetAsync("/me");
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        Assert.StartsWith(server.Issuer, away.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);

        // … where Alice signs in, and back.
        var callback = await server.CreateUserAgent("alice").AuthorizeAsync(away.Headers.Location);
        using var back = await browser.GetAsync(callback);
        Assert.Equal("/me", back.Headers.Location?.OriginalString);

        Assert.Contains("Hello Alice Adams", await browser.GetStringAsync("/me"), StringComparison.Ordinal);
        Assert.Contains("alice", await browser.GetStringAsync("/api"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_the_provider_refuses_is_not_signed_in()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        await using var app = new Application(server);
        using var browser = app.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });

        using var away = await browser.GetAsync("/me");
        var callback = await server.CreateUserAgent("mallory").AuthorizeAsync(away.Headers.Location!);
        using var back = await browser.GetAsync(callback);

        Assert.Equal(HttpStatusCode.Forbidden, back.StatusCode);
        using var again = await browser.GetAsync("/me");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    private sealed class Application(TestAuthorizationServer server) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("Acme:Issuer", server.Issuer)
            .UseSetting("Acme:ClientId", server.DefaultClient.ClientId)
            .UseSetting("Acme:ClientSecret", server.DefaultClient.ClientSecret)
            .UseSetting("Api:Address", server.ApiAddress.AbsoluteUri);
    }
}
