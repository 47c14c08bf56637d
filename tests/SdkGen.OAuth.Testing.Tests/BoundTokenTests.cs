using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

/// <summary>DPoP (RFC 9449) between the library and a server that judges every proof: a mistake of the one is seen by the other.</summary>
public sealed class BoundTokenTests
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task DP_09_and_DP_15_tokens_are_bound_and_used_with_and_without_nonces(bool nonces, int attempts)
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { RequireDPoPNonces = nonces });
        var client = server.CreateClient<IBoundAcme>();
        var token = await client.RequestClientTokenAsync();
        using var api = new HttpClient(token.CreateHandler(server.ApiAddress, server.CreateHandler()));
        using var response = await api.GetAsync(server.ApiAddress);

        Assert.Equal("DPoP", token.TokenType);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(attempts, server.Requests.Count(request => request.Endpoint == TestEndpoint.Token));
        Assert.Equal(attempts, server.Requests.Count(request => request.Endpoint == TestEndpoint.Api));

        using var again = await api.GetAsync(server.ApiAddress);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(attempts + 1, server.Requests.Count(request => request.Endpoint == TestEndpoint.Api));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DP_11_DP_21_DP_28_and_DP_29_a_sign_in_is_bound_from_its_first_request_to_its_last(bool pushed)
    {
        await using var server = await TestAuthorizationServer.StartAsync(
            new() { RequireDPoPNonces = true, RequirePushedAuthorizationRequests = pushed });
        var client = server.CreateClient<IBoundAcme>(options => (options.ClientId, options.ClientSecret) = (server.PublicClient.ClientId, null));
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/callback") });
        var token = await client.RedeemAuthorizationCodeAsync(request, await server.CreateUserAgent().AuthorizeAsync(request));
        var user = await client.GetUserInfoAsync(token);
        var refreshed = await client.RefreshTokenAsync(token);

        Assert.Equal("alice", user.Subject);
        Assert.Equal(token.KeyThumbprint, refreshed.KeyThumbprint);
        Assert.Equal("Alice Adams", (await client.GetUserInfoAsync(refreshed)).Name);
        Assert.Equal(pushed ? 2 : 0, server.Requests.Count(sent => sent.Endpoint == TestEndpoint.PushedAuthorization));
    }

    [Fact]
    public async Task DV_19_a_device_signs_in_with_nonces()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { RequireDPoPNonces = true });
        var token = await server.CreateClient<IBoundAcme>().SignInWithDeviceCodeAsync(authorization => server.ApproveDeviceAsync(authorization));

        Assert.Equal("DPoP", token.TokenType);
        Assert.Equal(2, server.Requests.Count(request => request.Endpoint == TestEndpoint.Token));
    }

    [Fact]
    public async Task A_bound_token_says_so_to_whoever_asks_the_server()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        var client = server.CreateClient<IBoundAcme>();
        var token = await client.RequestClientTokenAsync();
        var about = await client.IntrospectTokenAsync(new() { Token = token.AccessToken });

        Assert.Equal(token.KeyThumbprint, (string?)Http.Claims(token.AccessToken)["cnf"]!["jkt"]);
        Assert.True(about.Active);
        Assert.Equal("DPoP", about.TokenType);
    }

    [Fact]
    public async Task DP_27_a_bound_token_without_its_proof_is_refused()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        var token = await server.CreateClient<IBoundAcme>().RequestClientTokenAsync();
        using var http = new HttpClient(server.CreateHandler());

        foreach (var scheme in new[] { "Bearer", "DPoP" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, server.ApiAddress) { Headers = { Authorization = new(scheme, token.AccessToken) } };
            using var response = await http.SendAsync(request);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("DPoP", response.Headers.WwwAuthenticate.First().Scheme);
        }
    }

    [Theory]
    [InlineData("another request", HttpStatusCode.Unauthorized)]
    [InlineData("twice", HttpStatusCode.Unauthorized)]
    [InlineData("once", HttpStatusCode.OK)]
    public async Task DP_07_a_proof_is_for_one_request(string use, HttpStatusCode expected)
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        var token = await server.CreateClient<IBoundAcme>().RequestClientTokenAsync();
        using var http = new HttpClient(token.CreateHandler(server.BaseAddress, server.CreateHandler()));
        using var first = await http.GetAsync(use == "another request" ? new Uri(server.BaseAddress, "api/other") : server.ApiAddress);
        var sent = server.Requests[^1];
        using var thief = new HttpClient(server.CreateHandler());
        using var stolen = new HttpRequestMessage(HttpMethod.Get, server.ApiAddress);
        stolen.Headers.Add("Authorization", sent.Headers["Authorization"]);
        stolen.Headers.Add("DPoP", sent.Headers["DPoP"]);
        using var response = await thief.SendAsync(stolen);

        Assert.Equal(expected, use == "once" ? first.StatusCode : response.StatusCode);
    }

    [Fact]
    public async Task DP_28_the_refresh_token_of_a_public_client_is_of_no_use_with_another_key()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        var token = await server.SignInAsync(Public());
        var exception = await Assert.ThrowsAsync<OAuthException>(
            () => Public().RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = token.RefreshToken! }));

        Assert.Equal("invalid_grant", exception.Error);

        IBoundAcme Public() => server.CreateClient<IBoundAcme>(options => (options.ClientId, options.ClientSecret) = (server.PublicClient.ClientId, null));
    }

    [Fact]
    public async Task DP_26_a_server_that_ignores_the_proof_is_noticed()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        server.ChangeNext(TestEndpoint.Token, reply => reply["token_type"] = "Bearer");
        var exception = await Assert.ThrowsAsync<OAuthException>(() => server.CreateClient<IBoundAcme>().RequestClientTokenAsync());

        Assert.Equal(OAuthFailure.TokenNotBound, exception.Failure);
    }

    [Fact]
    public async Task DP_31_the_server_announces_which_proofs_it_takes()
    {
        await using var server = await TestAuthorizationServer.StartAsync();

        Assert.Contains("ES256", server.Metadata.DPoPSigningAlgValuesSupported!);
    }

    [Fact]
    public async Task A_client_that_sends_no_proof_has_bearer_tokens_as_before()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { RequireDPoPNonces = true });
        var token = await server.CreateClient<IAcme>().RequestClientTokenAsync();
        using var http = new HttpClient(server.CreateHandler());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);

        Assert.Equal("Bearer", token.TokenType);
        Assert.Equal("test-client", (string?)JsonNode.Parse(await http.GetStringAsync(server.ApiAddress))!["client_id"]);
    }
}
