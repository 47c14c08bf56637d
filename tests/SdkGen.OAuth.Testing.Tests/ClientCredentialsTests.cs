using System.Net;
using System.Text;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class ClientCredentialsTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;

    [Fact]
    public async Task A_client_gets_a_token_for_itself()
    {
        var token = await _server.CreateClient<IAcme>().RequestClientTokenAsync(new() { Scopes = ["orders.read", "orders.write"] });

        var api = await (await _server.CallApiAsync(token.AccessToken)).ReadJsonAsync();
        Assert.Equal("test-client", (string?)api["sub"]);
        Assert.Equal("test-client", (string?)api["client_id"]);
        Assert.Equal("orders.read orders.write", (string?)api["scope"]);
        Assert.Equal(TimeSpan.FromHours(1), token.ExpiresIn);
        Assert.Null(token.RefreshToken);
    }

    [Fact]
    public async Task A_client_authenticates_with_Basic()
    {
        using var http = _server.CreateHttpClient();
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"test-client:{_server.DefaultClient.ClientSecret}"));

        var response = await http.PostFormAsync("/token", [new("grant_type", "client_credentials")], new("Basic", credentials));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_client_authenticates_in_the_body()
    {
        using var http = _server.CreateHttpClient();

        var response = await http.PostFormAsync(
            "/token",
            [new("grant_type", "client_credentials"), new("client_id", "test-client"), new("client_secret", _server.DefaultClient.ClientSecret!)]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        var client = _server.CreateClient<IAcme>(options => options.ClientSecret = "wrong");

        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync());

        Assert.Equal("invalid_client", exception.Error);
        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
    }

    [Fact]
    public async Task An_unknown_client_is_refused()
    {
        var client = _server.CreateClient<IAcme>(options => options.ClientId = "nobody");

        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync());

        Assert.Equal("invalid_client", exception.Error);
    }

    [Fact]
    public async Task A_public_client_gets_no_token_for_itself()
    {
        var client = _server.CreateClient<IAcme>(options => (options.ClientId, options.ClientSecret) = ("test-public-client", null));

        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync());

        Assert.Equal("invalid_request", exception.Error);
    }

    [Theory]
    [InlineData("we:ird id", "p%2B+a/=&:secret~")]
    [InlineData("https://client.example/?a=b&c=d", "100% sure: ü€😀")]
    [InlineData("a b+c/d=e&f:g%h", " leading and trailing ")]
    public async Task An_awkward_id_and_secret_work_in_Basic_and_in_the_body(string id, string secret)
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { Clients = [new() { ClientId = id, ClientSecret = secret }] });
        var basic = server.CreateClient<IAcme>(options => (options.ClientId, options.ClientSecret) = (id, secret));
        using var http = server.CreateHttpClient();

        var token = await basic.RequestClientTokenAsync();
        var posted = await http.PostFormAsync(
            "/token", [new("grant_type", "client_credentials"), new("client_id", id), new("client_secret", secret)]);

        Assert.Equal(id, (string?)(await (await server.CallApiAsync(token.AccessToken)).ReadJsonAsync())["client_id"]);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
    }

    [Fact]
    public async Task A_scope_that_is_not_allowed_is_refused()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { Scopes = ["orders.read"] });
        var client = server.CreateClient<IAcme>();

        await client.RequestClientTokenAsync(new() { Scopes = ["orders.read"] });
        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync(new() { Scopes = ["orders.write"] }));

        Assert.Equal("invalid_scope", exception.Error);
        Assert.Contains("orders.read", server.Metadata.ScopesSupported!);
    }

    [Fact]
    public async Task A_grant_that_the_client_may_not_use_is_refused()
    {
        var limited = new TestClient { ClientId = "limited", ClientSecret = "secret", GrantTypes = ["authorization_code"] };
        await using var server = await TestAuthorizationServer.StartAsync(new() { Clients = [limited] });
        var client = server.CreateClient<IAcme>(options => (options.ClientId, options.ClientSecret) = ("limited", "secret"));

        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync());

        Assert.Equal("unauthorized_client", exception.Error);
    }

    [Fact]
    public async Task Resources_and_audiences_become_the_audience_of_the_token()
    {
        var token = await _server.CreateClient<IAcme>().RequestClientTokenAsync(new()
        {
            Resources = ["https://one.example", "https://two.example"],
            Audiences = ["three"],
        });

        var audience = Http.Claims(token.AccessToken)["aud"]!.AsArray().Select(item => (string?)item);
        Assert.Equal(["https://one.example", "https://two.example", "three"], audience);
    }

    [Fact]
    public async Task An_unknown_grant_type_is_refused()
    {
        using var http = _server.CreateHttpClient();

        var response = await http.PostFormAsync("/token", [new("grant_type", "password"), new("client_id", "test-client")]);

        Assert.Equal("unsupported_grant_type", (string?)(await response.ReadJsonAsync())["error"]);
    }

    [Fact]
    public async Task An_expired_token_is_refused()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await TestAuthorizationServer.StartAsync(new() { TimeProvider = clock, AccessTokenLifetime = TimeSpan.FromMinutes(1) });
        var token = await server.CreateClient<IAcme>().RequestClientTokenAsync();

        Assert.Equal(HttpStatusCode.OK, (await server.CallApiAsync(token.AccessToken)).StatusCode);
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.CallApiAsync(token.AccessToken)).StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), token.ExpiresIn);
    }
}
