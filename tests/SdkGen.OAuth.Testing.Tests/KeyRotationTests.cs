using System.Net;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class KeyRotationTests : IAsyncLifetime
{
    private TestAuthorizationServer _server = null!;
    private IAcme _client = null!;

    public async Task InitializeAsync()
    {
        _server = await TestAuthorizationServer.StartAsync();
        _client = _server.CreateClient<IAcme>();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task After_a_rotation_the_old_key_is_gone()
    {
        var before = await KeyIdsAsync();

        _server.RotateKeys();

        var after = await KeyIdsAsync();
        Assert.NotEqual(Assert.Single(before), Assert.Single(after));
    }

    [Fact]
    public async Task After_a_rotation_a_client_that_knew_the_old_key_signs_users_in()
    {
        await _server.SignInAsync(_client);

        _server.RotateKeys();
        var token = await _server.SignInAsync(_client);

        Assert.Equal("alice", token.IdToken!.Subject);
        Assert.Equal(2, _server.Requests.Count(request => request.Endpoint == TestEndpoint.Keys));
    }

    [Fact]
    public async Task After_a_rotation_an_ID_token_of_before_has_no_key()
    {
        var request = await _client.CreateAuthorizationRequestAsync(new() { RedirectUri = SignIn.RedirectUri });
        var response = await _server.CreateUserAgent().AuthorizeAsync(request);
        _server.ChangeNext(TestEndpoint.Token, _ => _server.RotateKeys());

        var exception = await Assert.ThrowsAsync<OAuthException>(() => _client.RedeemAuthorizationCodeAsync(request, response));

        Assert.Equal(OAuthFailure.IdTokenKeyNotFound, exception.Failure);
    }

    [Fact]
    public async Task Tokens_outlive_a_rotation()
    {
        var token = await _server.SignInAsync(_client);

        _server.RotateKeys();

        Assert.Equal(HttpStatusCode.OK, (await _server.CallApiAsync(token.AccessToken)).StatusCode);
        Assert.True((await _client.IntrospectTokenAsync(new() { Token = token.AccessToken })).Active);
        Assert.Equal("alice", (await _client.RefreshTokenAsync(token)).IdToken!.Subject);
    }

    [Fact]
    public async Task The_newest_key_signs_after_many_rotations()
    {
        for (var i = 0; i < 3; i++)
        {
            _server.RotateKeys();
            await _server.SignInAsync(_server.CreateClient<IAcme>());
        }

        Assert.Single(await KeyIdsAsync());
    }

    [Theory]
    [InlineData("ES256")]
    [InlineData("PS256")]
    public async Task Another_algorithm_can_sign(string algorithm)
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { SigningAlgorithm = algorithm });

        var token = await server.SignInAsync(server.CreateClient<IAcme>());
        server.RotateKeys();
        var again = await server.SignInAsync(server.CreateClient<IAcme>());

        Assert.Equal([algorithm], server.Metadata.IdTokenSigningAlgValuesSupported);
        Assert.Equal(token.IdToken!.Subject, again.IdToken!.Subject);
    }

    private async Task<IEnumerable<string?>> KeyIdsAsync()
    {
        using var http = _server.CreateHttpClient();
        var keys = await (await http.GetAsync(_server.Metadata.JsonWebKeySetUri)).ReadJsonAsync();
        return keys["keys"]!.AsArray().Select(key => (string?)key!["kid"]);
    }
}
