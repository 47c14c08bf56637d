using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class EndSessionTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static readonly Uri AfterLogout = new("https://app.example/bye");

    private readonly TestAuthorizationServer _server = shared.Server;

    [Fact]
    public async Task A_logout_leads_back_to_the_application()
    {
        var client = _server.CreateClient<IAcme>();
        var token = await _server.SignInAsync(client);
        var request = await client.CreateEndSessionRequestAsync(new() { IdTokenHint = token.IdToken!.Value, PostLogoutRedirectUri = AfterLogout });

        var left = await _server.CreateUserAgent().EndSessionAsync(request);

        Assert.Equal($"{AfterLogout}?state={request.State}", left!.AbsoluteUri);
        request.CheckResponse(AuthorizationResponse.Parse(left));
    }

    [Fact]
    public async Task A_logout_without_an_address_ends_at_the_server()
    {
        var request = await _server.CreateClient<IAcme>().CreateEndSessionRequestAsync();

        Assert.Null(await _server.CreateUserAgent().EndSessionAsync(request));
    }

    [Fact]
    public async Task A_registered_address_is_compared_exactly()
    {
        var exact = new TestClient { ClientId = "exact", ClientSecret = "secret", PostLogoutRedirectUris = ["https://app.example/other"] };
        await using var server = await TestAuthorizationServer.StartAsync(new() { Clients = [exact] });
        var client = server.CreateClient<IAcme>(options => (options.ClientId, options.ClientSecret) = ("exact", "secret"));
        var request = await client.CreateEndSessionRequestAsync(new() { PostLogoutRedirectUri = AfterLogout });

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => server.CreateUserAgent().EndSessionAsync(request));

        Assert.Contains("post_logout_redirect_uri", exception.Message, StringComparison.Ordinal);
    }
}
