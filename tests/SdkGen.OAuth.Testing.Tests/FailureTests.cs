using System.Net;
using Microsoft.Extensions.Time.Testing;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class FailureTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_status(bool inMemory)
    {
        var exception = await FailAsync(TestFailure.Status(HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(7)), inMemory);

        Assert.Equal(OAuthFailure.UnexpectedStatus, exception.Failure);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, exception.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), exception.RetryAfter);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_web_page(bool inMemory)
    {
        var exception = await FailAsync(TestFailure.Html(), inMemory);

        Assert.Equal(OAuthFailure.UnreadableResponse, exception.Failure);
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reply_of_the_tests_own(bool inMemory)
    {
        var exception = await FailAsync(
            TestFailure.Body(HttpStatusCode.TooManyRequests, "application/json", """{"error":{"message":"Quota exceeded"}}"""), inMemory);

        Assert.Equal(HttpStatusCode.TooManyRequests, exception.StatusCode);
    }

    [Fact]
    public async Task An_OAuth_error()
    {
        var exception = await FailAsync(TestFailure.OAuthError("slow_down"), inMemory: true);

        Assert.Equal("slow_down", exception.Error);
        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_redirect(bool inMemory)
    {
        var exception = await FailAsync(TestFailure.Redirect(new("https://attacker.example/token")), inMemory);

        Assert.Equal(OAuthFailure.RedirectRefused, exception.Failure);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, exception.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task JSON_that_breaks_off(bool inMemory)
    {
        var exception = await FailAsync(TestFailure.TruncatedJson(), inMemory);

        Assert.Equal(OAuthFailure.UnreadableResponse, exception.Failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_breaks(bool inMemory)
    {
        var exception = await FailAsync(TestFailure.Disconnect(), inMemory);

        Assert.Equal(OAuthFailure.ConnectionFailed, exception.Failure);
        Assert.IsType<HttpRequestException>(exception.InnerException);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reply_without_end(bool inMemory)
    {
        var exception = await FailAsync(TestFailure.Huge(2 * 1024 * 1024), inMemory);

        Assert.Equal(OAuthFailure.ResponseTooLarge, exception.Failure);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(100_000)]
    public async Task A_huge_reply_has_the_size_that_was_asked_for(int size)
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        server.FailNext(TestEndpoint.Keys, TestFailure.Huge(size));
        using var http = server.CreateHttpClient();

        var response = await http.GetAsync(server.Metadata.JsonWebKeySetUri, HttpCompletionOption.ResponseHeadersRead);

        Assert.Null(response.Content.Headers.ContentLength);
        Assert.Equal(size, (await response.Content.ReadAsByteArrayAsync()).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => TestFailure.Huge(15));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_late_reply_is_a_timeout_of_the_client(bool inMemory)
    {
        var exception = await FailAsync(TestFailure.Slow(TimeSpan.FromMinutes(10)), inMemory, TimeSpan.FromMilliseconds(50));

        Assert.Equal(OAuthFailure.Timeout, exception.Failure);
    }

    [Fact]
    public async Task A_late_reply_is_the_right_one()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await TestAuthorizationServer.StartAsync(new() { TimeProvider = clock });
        server.FailNext(TestEndpoint.Token, TestFailure.Slow(TimeSpan.FromSeconds(10)));
        var pending = server.CreateClient<IAcme>().RequestClientTokenAsync();
        while (server.Requests.Count == 0)
        {
            await Task.Delay(5);
        }

        await Task.Delay(50);
        Assert.False(pending.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.NotNull((await pending).AccessToken);
    }

    [Fact]
    public async Task A_late_reply_holds_up_nobody_else()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        server.FailNext(TestEndpoint.Token, TestFailure.Slow(TimeSpan.FromMinutes(10)));
        var client = server.CreateClient<IAcme>();
        _ = client.RequestClientTokenAsync();
        while (server.Requests.Count == 0)
        {
            await Task.Delay(5);
        }

        Assert.NotNull(await client.RequestClientTokenAsync().WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_failure_lasts_as_long_as_it_was_planned()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        var client = server.CreateClient<IAcme>();
        server.FailNext(TestEndpoint.Token, TestFailure.Status(HttpStatusCode.BadGateway), times: 2);
        server.FailNext(TestEndpoint.Token, TestFailure.Status(HttpStatusCode.GatewayTimeout));

        List<HttpStatusCode?> failures = [];
        for (var i = 0; i < 3; i++)
        {
            failures.Add((await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync())).StatusCode);
        }

        Assert.Equal([HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, HttpStatusCode.GatewayTimeout], failures);
        Assert.NotNull(await client.RequestClientTokenAsync());
    }

    [Theory]
    [InlineData(TestEndpoint.Token)]
    [InlineData(TestEndpoint.Authorization)]
    [InlineData(TestEndpoint.DeviceAuthorization)]
    [InlineData(TestEndpoint.Introspection)]
    [InlineData(TestEndpoint.Revocation)]
    [InlineData(TestEndpoint.UserInfo)]
    [InlineData(TestEndpoint.Metadata)]
    [InlineData(TestEndpoint.Keys)]
    [InlineData(TestEndpoint.EndSession)]
    [InlineData(TestEndpoint.Api)]
    public async Task Every_endpoint_can_fail(TestEndpoint endpoint)
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        server.FailNext(endpoint, TestFailure.Status((HttpStatusCode)418));
        using var http = server.CreateHttpClient();
        var metadata = server.Metadata;
        var addresses = new Dictionary<TestEndpoint, string?>
        {
            [TestEndpoint.Token] = metadata.TokenEndpoint,
            [TestEndpoint.Authorization] = metadata.AuthorizationEndpoint,
            [TestEndpoint.DeviceAuthorization] = metadata.DeviceAuthorizationEndpoint,
            [TestEndpoint.Introspection] = metadata.IntrospectionEndpoint,
            [TestEndpoint.Revocation] = metadata.RevocationEndpoint,
            [TestEndpoint.UserInfo] = metadata.UserInfoEndpoint,
            [TestEndpoint.Metadata] = metadata.Issuer + ".well-known/oauth-authorization-server",
            [TestEndpoint.Keys] = metadata.JsonWebKeySetUri,
            [TestEndpoint.EndSession] = metadata.EndSessionEndpoint,
            [TestEndpoint.Api] = server.ApiAddress.AbsoluteUri,
        };

        var response = await http.GetAsync(addresses[endpoint]);

        Assert.Equal(418, (int)response.StatusCode);
        Assert.Equal(endpoint, Assert.Single(server.Requests).Endpoint);
    }

    [Fact]
    public async Task A_reply_can_be_changed()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        var client = server.CreateClient<IAcme>();
        server.ChangeNext(TestEndpoint.Token, reply => reply["token_type"] = "mac");

        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync());

        Assert.Equal(OAuthFailure.UnsupportedTokenType, exception.Failure);
        Assert.NotNull(await client.RequestClientTokenAsync());
    }

    [Fact]
    public async Task An_error_can_be_changed_too()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        var client = server.CreateClient<IAcme>(options => options.ClientSecret = "wrong");
        server.ChangeNext(TestEndpoint.Token, reply => reply["error"] = "account_locked");

        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync());

        Assert.Equal("account_locked", exception.Error);
    }

    [Fact]
    public async Task Changes_wait_for_a_reply_that_does_not_fail()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        var client = server.CreateClient<IAcme>();
        server.ChangeNext(TestEndpoint.Token, reply => reply["expires_in"] = 5);
        server.FailNext(TestEndpoint.Token, TestFailure.Status(HttpStatusCode.BadGateway));

        await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync());

        Assert.Equal(TimeSpan.FromSeconds(5), (await client.RequestClientTokenAsync()).ExpiresIn);
    }

    [Theory]
    [InlineData(TestEndpoint.Authorization)]
    [InlineData(TestEndpoint.EndSession)]
    public void A_redirect_cannot_be_changed(TestEndpoint endpoint)
    {
        Assert.Throws<ArgumentException>(() => _server.ChangeNext(endpoint, _ => { }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_that_throws_is_told_to_its_author(bool inMemory)
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        server.ChangeNext(TestEndpoint.Keys, _ => throw new InvalidOperationException("No such member."));
        using var http = inMemory ? server.CreateHttpClient() : new HttpClient();

        var response = await http.GetAsync(server.Metadata.JsonWebKeySetUri);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("No such member.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<OAuthException> FailAsync(TestFailure failure, bool inMemory, TimeSpan? timeout = null)
    {
        using var socket = new SocketsHttpHandler();
        var client = _server.CreateClient<IAcme>(options =>
        {
            options.BackchannelHandler = inMemory ? options.BackchannelHandler : socket;
            options.BackchannelTimeout = timeout ?? options.BackchannelTimeout;
        });
        _server.FailNext(TestEndpoint.Token, failure);
        return await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync());
    }
}
