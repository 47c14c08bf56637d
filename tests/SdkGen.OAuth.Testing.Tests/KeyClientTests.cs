using System.Security.Cryptography;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class KeyClientTests
{
    [Fact]
    public async Task A_client_with_a_key_signs_a_user_in_by_a_pushed_request()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { RequirePushedAuthorizationRequests = true });

        var token = await server.SignInAsync(server.CreateClient<IKeyAcme>());

        Assert.Equal("alice", token.IdToken!.Subject);
        var pushed = server.Requests.Single(request => request.Endpoint == TestEndpoint.PushedAuthorization);
        var redeemed = server.Requests.Single(request => request.Endpoint == TestEndpoint.Token);
        Assert.NotEqual(pushed["client_assertion"], redeemed["client_assertion"]);
        Assert.Null(server.Requests.Single(request => request.Endpoint == TestEndpoint.Authorization)["code_challenge"]);
    }

    [Fact]
    public async Task A_server_that_requires_pushed_requests_gets_them_from_every_client()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { RequirePushedAuthorizationRequests = true });

        Assert.Equal("alice", (await server.SignInAsync(server.CreateClient<IAcme>())).IdToken!.Subject);
        Assert.Equal("alice", (await server.SignInAsync(server.CreateClient<IPublicAcme>())).IdToken!.Subject);
    }

    [Fact]
    public async Task Another_key_is_refused()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        var client = server.CreateClient<IKeyAcme>(options => options.ClientKey = ClientKey.From(ECDsa.Create(ECCurve.NamedCurves.nistP256)));

        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync());

        Assert.Equal("invalid_client", exception.Error);
    }

    [Fact]
    public async Task A_client_of_the_test_has_a_key_of_its_own()
    {
        using var rsa = RSA.Create(2048);
        await using var server = await TestAuthorizationServer.StartAsync(new()
        {
            Clients = { new() { ClientId = "rsa-client", PublicKey = rsa.ExportSubjectPublicKeyInfoPem() } },
        });
        var client = server.CreateClient<IKeyAcme>(options => (options.ClientId, options.ClientKey) = ("rsa-client", ClientKey.From(rsa)));

        Assert.NotEmpty((await client.RequestClientTokenAsync()).AccessToken);
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_is_told_at_the_start() =>
        Assert.Contains(
            "'broken'",
            (await Assert.ThrowsAsync<ArgumentException>(() => TestAuthorizationServer.StartAsync(new()
            {
                Clients = { new() { ClientId = "broken", PublicKey = "no key" } },
            }))).Message,
            StringComparison.Ordinal);
}
