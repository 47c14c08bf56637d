using Microsoft.Extensions.Time.Testing;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests.Hosting;

/// <summary>Everything that anybody logs at Trace, the framework and the HTTP clients too, in the life of a session.</summary>
public sealed class TraceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_line_holds_a_token_a_secret_a_verifier_or_a_cookie(bool onServer)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await TestAuthorizationServer.StartAsync(new() { ListenOnLoopback = false, TimeProvider = clock });
        await using var app = await ApiApp.StartAsync(server, onServer, clock);
        using var browser = new Browser(app, server);
        var secrets = new HashSet<string>(StringComparer.Ordinal) { server.DefaultClient.ClientSecret! };

        await browser.OpenAsync("/private");
        Remember();
        secrets.Add((await browser.GetAsync("/token")).Text);
        await browser.GetAsync("/api");
        clock.Advance(TimeSpan.FromMinutes(61));
        await browser.GetAsync("/api");
        secrets.Add((await browser.GetAsync("/token")).Text);
        Remember();
        server.FailNext(TestEndpoint.Api, TestFailure.InvalidToken());
        await browser.GetAsync("/api");
        clock.Advance(TimeSpan.FromMinutes(61));
        server.FailNext(TestEndpoint.Token, TestFailure.TruncatedJson());
        await browser.GetAsync("/api");
        Remember();
        await browser.GetAsync("/logout");

        foreach (var request in server.Requests)
        {
            secrets.UnionWith(new[] { "refresh_token", "code_verifier", "token", "id_token_hint" }.Select(name => request[name]).OfType<string>());
        }

        Assert.True(secrets.Count > 8);
        Assert.Contains(app.Log.Lines, line => line.StartsWith("Trace", StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(
            app.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal)));

        void Remember()
        {
            foreach (System.Net.Cookie cookie in browser.Cookies.GetCookies(WebApp.Address))
            {
                secrets.Add(cookie.Value);
            }
        }
    }
}
