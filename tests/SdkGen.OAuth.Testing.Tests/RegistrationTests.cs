using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class RegistrationTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static readonly ClientRegistrationRequest Web = new()
    {
        RedirectUris = [new("https://app.example/cb")],
        GrantTypes = ["authorization_code", "client_credentials"],
    };

    private readonly TestAuthorizationServer _server = shared.Server;
    private readonly IRegisteringAcme _client = Unregistered(shared.Server);

    [Fact]
    public async Task A_client_that_registers_itself_can_sign_users_in()
    {
        var registration = await _client.RegisterClientAsync(Web);
        var client = _server.CreateClient<IRegisteringAcme>(registration.ApplyTo);

        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") });
        var token = await client.RedeemAuthorizationCodeAsync(request, await _server.CreateUserAgent().AuthorizeAsync(request));

        Assert.Equal("alice", token.IdToken!.Subject);
        Assert.Empty(registration.Changes);
    }

    [Fact]
    public async Task A_public_client_has_no_secret()
    {
        var registration = await _client.RegisterClientAsync(Web with { TokenEndpointAuthMethod = "none" });

        Assert.Null(registration.ClientSecret);
        var client = _server.CreateClient<IRegisteringAcme>(registration.ApplyTo);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") });
        Assert.NotNull(await client.RedeemAuthorizationCodeAsync(request, await _server.CreateUserAgent().AuthorizeAsync(request)));
    }

    [Fact]
    public async Task What_is_registered_can_be_read_changed_and_ended()
    {
        var registration = await _client.RegisterClientAsync(Web);
        Assert.Equal(registration.ClientId, (await _client.ReadClientAsync(registration)).ClientId);

        var changed = await _client.UpdateClientAsync(new(registration) { RedirectUris = [new("https://app.example/other")] });
        Assert.Equal(["https://app.example/other"], changed.RedirectUris);
        Assert.Equal(registration.ClientSecret, changed.ClientSecret);

        await _client.DeleteClientAsync(changed);
        Assert.Equal("invalid_token", await RefusedAsync(() => _client.ReadClientAsync(changed)));
        Assert.Equal("invalid_client", await RefusedAsync(() => _server.CreateClient<IRegisteringAcme>(changed.ApplyTo).RequestClientTokenAsync()));
    }

    [Fact]
    public async Task A_redirect_URI_is_held_to()
    {
        var registration = await _client.RegisterClientAsync(Web);
        var client = _server.CreateClient<IRegisteringAcme>(registration.ApplyTo);

        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/unknown") });

        await Assert.ThrowsAsync<InvalidOperationException>(() => _server.CreateUserAgent().AuthorizeAsync(request));
    }

    [Fact]
    public async Task A_registration_needs_a_token_where_the_server_wants_one()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { InitialAccessToken = "initial" });
        var client = Unregistered(server);

        Assert.Equal("invalid_token", await RefusedAsync(() => client.RegisterClientAsync(Web)));
        Assert.NotNull(await client.RegisterClientAsync(Web with { InitialAccessToken = "initial" }));
    }

    [Fact]
    public async Task What_the_server_cannot_do_it_says()
    {
        Assert.Equal("invalid_redirect_uri", await RefusedAsync(() => _client.RegisterClientAsync(new())));
        Assert.Equal("invalid_client_metadata", await RefusedAsync(() => _client.RegisterClientAsync(Web with { TokenEndpointAuthMethod = "magic" })));
        Assert.Equal("invalid_software_statement", await RefusedAsync(() => _client.RegisterClientAsync(Web with { SoftwareStatement = "x" })));
    }

    private static IRegisteringAcme Unregistered(TestAuthorizationServer server) =>
        server.CreateClient<IRegisteringAcme>(options => options.ClientId = options.ClientSecret = null);

    private static async Task<string?> RefusedAsync(Func<Task> call) => (await Assert.ThrowsAsync<OAuthException>(call)).Error;
}
