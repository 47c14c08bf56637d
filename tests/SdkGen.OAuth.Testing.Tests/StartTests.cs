using System.Net;
using System.Net.Sockets;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task A_server_listens_on_a_port_of_this_machine_alone()
    {
        await using var server = await TestAuthorizationServer.StartAsync();

        Assert.Equal("127.0.0.1", server.BaseAddress.Host);
        Assert.NotEqual(80, server.BaseAddress.Port);
    }

    [Fact]
    public async Task The_issuer_is_what_the_metadata_announces()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        using var http = server.CreateHttpClient();

        var openId = await (await http.GetAsync("/.well-known/openid-configuration")).ReadJsonAsync();
        var oauth = await (await http.GetAsync("/.well-known/oauth-authorization-server")).ReadJsonAsync();

        Assert.Equal(server.Issuer, (string?)openId["issuer"]);
        Assert.Equal(server.Issuer, (string?)oauth["issuer"]);
        Assert.EndsWith("/", server.Issuer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_servers_at_once_do_not_know_each_other()
    {
        await using var one = await TestAuthorizationServer.StartAsync();
        await using var other = await TestAuthorizationServer.StartAsync();

        var token = await one.SignInAsync(one.CreateClient<IAcme>());

        Assert.NotEqual(one.Issuer, other.Issuer);
        Assert.NotEqual(one.DefaultClient.ClientSecret, other.DefaultClient.ClientSecret);
        Assert.Equal(HttpStatusCode.OK, (await one.CallApiAsync(token.AccessToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.CallApiAsync(token.AccessToken)).StatusCode);
        Assert.Equal(TestEndpoint.Api, Assert.Single(other.Requests).Endpoint);
    }

    [Fact]
    public async Task Many_servers_start_side_by_side()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TestAuthorizationServer.StartAsync()));

        var tokens = await Task.WhenAll(servers.Select(server => server.CreateClient<IAcme>().RequestClientTokenAsync()));

        Assert.Equal(8, tokens.Select(token => token.AccessToken).Distinct().Count());
        await Task.WhenAll(servers.Select(server => server.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Many_requests_at_once_are_all_answered()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        var client = server.CreateClient<IAcme>();

        var tokens = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => client.RequestClientTokenAsync())));

        Assert.Equal(50, tokens.Select(token => token.AccessToken).Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_has_ended_leaves_its_port()
    {
        var server = await TestAuthorizationServer.StartAsync();
        await server.DisposeAsync();
        await server.DisposeAsync();

        using var socket = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(IPAddress.Loopback, server.BaseAddress.Port));
        Assert.Throws<ObjectDisposedException>(server.CreateHandler);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_ends_at_once_even_while_it_answers(bool inMemory)
    {
        var server = await TestAuthorizationServer.StartAsync();
        server.FailNext(TestEndpoint.Keys, TestFailure.Slow(TimeSpan.FromMinutes(10)));
        using var http = inMemory ? server.CreateHttpClient() : new HttpClient();
        var pending = http.GetAsync(server.Metadata.JsonWebKeySetUri);
        while (server.Requests.Count == 0)
        {
            await Task.Delay(5);
        }

        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<HttpRequestException>(() => pending.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Two_clients_of_one_id_are_a_mistake()
    {
        var options = new TestAuthorizationServerOptions { Clients = [new() { ClientId = "twin" }, new() { ClientId = "twin" }] };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => TestAuthorizationServer.StartAsync(options));

        Assert.Contains("'twin'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_of_the_options_takes_the_place_of_a_default_one()
    {
        var stated = new TestClient { ClientId = "test-client", ClientSecret = "of-my-own" };
        await using var server = await TestAuthorizationServer.StartAsync(new() { Clients = [stated] });

        Assert.Same(stated, server.DefaultClient);
        Assert.NotNull(await server.CreateClient<IAcme>().RequestClientTokenAsync());
    }

    [Fact]
    public async Task An_unknown_signature_algorithm_is_a_mistake()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => TestAuthorizationServer.StartAsync(new() { SigningAlgorithm = "HS256" }));

        Assert.Contains("'HS256'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_is_a_mistake()
    {
        var options = new TestAuthorizationServerOptions { AssertionIssuers = [new() { Issuer = "partner", PublicKey = "nonsense" }] };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => TestAuthorizationServer.StartAsync(options));

        Assert.Contains("'partner'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_can_be_cancelled()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => TestAuthorizationServer.StartAsync(cancellationToken: new CancellationToken(canceled: true)));
    }
}
