using Microsoft.Extensions.Time.Testing;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class CreateClientTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;

    [Fact]
    public async Task The_variables_of_a_declaration_are_filled()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        TenantOptions? filled = null;

        await server.CreateClient<ITenantAcme>(options => filled = (TenantOptions)options).RequestClientTokenAsync();

        var request = Assert.Single(server.Requests);
        Assert.Equal("test", request["account_id"]);
        Assert.Equal("1", request["number"]);
        Assert.Equal("eu-1", request["region"]);
        Assert.Equal("live", request["stage"]);
        Assert.Equal("test", request["hint"]);
        Assert.Equal("test", filled!.Tenant);
        Assert.Null(filled.Stage);
        Assert.Equal("test", filled.PushPath);
        Assert.Equal("test", filled.AssertionIssuer);
        Assert.Equal("test", filled.Audience);
    }

    [Fact]
    public async Task What_the_test_states_wins()
    {
        await using var server = await TestAuthorizationServer.StartAsync();

        await server.CreateClient<ITenantAcme>(options =>
        {
            ((TenantOptions)options).AccountId = "42";
            ((TenantOptions)options).Region = Region.America;
        }).RequestClientTokenAsync();

        var request = Assert.Single(server.Requests);
        Assert.Equal("42", request["account_id"]);
        Assert.Equal("us-1", request["region"]);
    }

    [Fact]
    public async Task Clients_that_are_declared_public_send_no_secret()
    {
        await using var server = await TestAuthorizationServer.StartAsync();

        await server.SignInAsync(server.CreateClient<IPublicAcme>());

        var request = server.Requests.Single(request => request.Endpoint == TestEndpoint.Token);
        Assert.Equal("test-public-client", request["client_id"]);
        Assert.False(request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task The_client_has_the_clock_of_the_server()
    {
        var clock = new FakeTimeProvider(new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var server = await TestAuthorizationServer.StartAsync(new() { TimeProvider = clock });

        var token = await server.SignInAsync(server.CreateClient<IAcme>());

        Assert.Equal(clock.GetUtcNow().AddHours(1), token.ExpiresAt);
        Assert.Equal(clock.GetUtcNow(), token.IdToken!.IssuedAt);
    }

    [Fact]
    public async Task The_test_may_give_the_client_other_surroundings()
    {
        var late = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(1));
        var client = _server.CreateClient<IAcme>(services: new() { TimeProvider = late });

        var exception = await Assert.ThrowsAsync<OAuthException>(() => _server.SignInAsync(client));

        Assert.Equal(OAuthFailure.IdTokenExpired, exception.Failure);
    }

    [Fact]
    public void Options_that_a_test_spoils_are_refused()
    {
        var exception = Assert.Throws<OAuthException>(() => _server.CreateClient<IAcme>(options => options.ClientId = ""));

        Assert.Equal(OAuthFailure.InvalidConfiguration, exception.Failure);
    }
}
