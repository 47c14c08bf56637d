using System.Net;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class TransportTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;

    [Fact]
    public async Task A_token_from_memory_is_good_on_the_socket()
    {
        var token = await _server.CreateClient<IAcme>().RequestClientTokenAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token.AccessToken);

        var response = await http.GetAsync(_server.ApiAddress);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_whole_sign_in_works_on_the_socket()
    {
        using var handler = new SocketsHttpHandler();
        var client = _server.CreateClient<IAcme>(options => options.BackchannelHandler = handler);

        var token = await _server.SignInAsync(client);

        Assert.Equal("alice", token.IdToken!.Subject);
        Assert.Equal(_server.Issuer, token.IdToken.Issuer);
    }

    [Fact]
    public async Task Discovery_works_on_the_socket()
    {
        var declaration = AcmeClient.Declare("Here", new(_server.Issuer));
        var client = new AcmeClient(new(declaration, new AcmeOptions
        {
            ClientId = _server.DefaultClient.ClientId,
            ClientSecret = _server.DefaultClient.ClientSecret,
        }));

        var token = await client.RequestClientTokenAsync();

        Assert.Equal("Bearer", token.TokenType);
    }

    [Fact]
    public async Task Both_transports_say_the_same()
    {
        using var memory = _server.CreateHttpClient();
        using var socket = new HttpClient();

        var inMemory = await memory.GetStringAsync(_server.Issuer + ".well-known/openid-configuration");
        var onSocket = await socket.GetStringAsync(_server.Issuer + ".well-known/openid-configuration");

        Assert.Equal(onSocket, inMemory);
    }

    [Fact]
    public async Task In_memory_every_host_is_the_server()
    {
        using var http = new HttpClient(_server.CreateHandler());

        var metadata = await (await http.GetAsync("https://login.example.com/.well-known/openid-configuration")).ReadJsonAsync();

        Assert.Equal(_server.Issuer, (string?)metadata["issuer"]);
        Assert.Equal(_server.Metadata.TokenEndpoint, (string?)metadata["token_endpoint"]);
    }

    [Fact]
    public async Task A_server_without_a_socket_is_whole()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { ListenOnLoopback = false });

        var token = await server.SignInAsync(server.CreateClient<IAcme>());

        Assert.Equal("https://idp.example/", server.Issuer);
        Assert.Equal(server.Issuer, token.IdToken!.Issuer);
        Assert.Equal(HttpStatusCode.OK, (await server.CallApiAsync(token.AccessToken)).StatusCode);
    }

    [Fact]
    public async Task What_is_nowhere_is_not_found()
    {
        using var http = _server.CreateHttpClient();

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/nowhere")).StatusCode);
    }
}
