using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace SdkGen.OAuth.Testing.Tests;

/// <summary>From the URL of a protected resource to a call of it: RFC 9728, RFC 8414, RFC 7591, RFC 8707, PKCE.</summary>
public sealed class ProtectedResourceTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private TestAuthorizationServer _server = null!;
    private int _signIns;

    public async Task InitializeAsync() => _server = await TestAuthorizationServer.StartAsync(
        new() { AlwaysOfflineAccess = true, TimeProvider = _clock, AccessTokenLifetime = TimeSpan.FromMinutes(10) });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task One_call_leads_from_a_URL_to_a_token_for_it()
    {
        var resource = await ProtectedResource.ConnectAsync(_server.ApiAddress, Options());

        Assert.Equal([_server.Issuer], resource.Metadata.AuthorizationServers);
        Assert.Equal("none", resource.Registration!.TokenEndpointAuthMethod);
        Assert.Equal(
            [
                TestEndpoint.Api, TestEndpoint.ResourceMetadata, TestEndpoint.Metadata, TestEndpoint.Registration, TestEndpoint.Metadata,
                TestEndpoint.Authorization, TestEndpoint.Token,
            ],
            _server.Requests.Select(request => request.Endpoint!.Value));
        var authorization = _server.Requests.Single(request => request.Endpoint == TestEndpoint.Authorization);
        var token = _server.Requests.Single(request => request.Endpoint == TestEndpoint.Token);
        Assert.Equal((_server.ApiAddress.AbsoluteUri, "S256"), (authorization["resource"], authorization["code_challenge_method"]));
        Assert.Equal(_server.ApiAddress.AbsoluteUri, token["resource"]);
        Assert.Equal(_server.ApiAddress.AbsoluteUri, (string?)Tests.Http.Claims(resource.Token.AccessToken)["aud"]);
    }

    [Fact]
    public async Task The_API_is_called_with_the_token()
    {
        using var http = Http(await ProtectedResource.ConnectAsync(_server.ApiAddress, Options()));

        Assert.Contains("alice", await http.GetStringAsync(_server.ApiAddress), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RF_11_a_token_is_renewed_before_it_expires_and_RF_05_once_for_all()
    {
        using var http = Http(await ProtectedResource.ConnectAsync(_server.ApiAddress, Options()));

        _clock.Advance(TimeSpan.FromMinutes(9.9));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => http.GetStringAsync(_server.ApiAddress)));

        var refresh = Assert.Single(_server.Requests, request => request["grant_type"] == "refresh_token");
        Assert.Equal(_server.ApiAddress.AbsoluteUri, refresh["resource"]);
        Assert.Equal(1, _signIns);
    }

    [Fact]
    public async Task WA_28_and_RF_10_a_refused_token_is_renewed_once_and_the_next_time_with_the_newest_refresh_token()
    {
        var resource = await ProtectedResource.ConnectAsync(_server.ApiAddress, Options());
        using var http = Http(resource);
        var first = resource.Token.RefreshToken;

        _server.FailNext(TestEndpoint.Api, TestFailure.InvalidToken());
        await http.GetStringAsync(_server.ApiAddress);
        var second = resource.Token.RefreshToken;
        _server.FailNext(TestEndpoint.Api, TestFailure.InvalidToken());
        await http.GetStringAsync(_server.ApiAddress);

        Assert.Equal([first, second], _server.Requests.Where(request => request["grant_type"] == "refresh_token").Select(request => request["refresh_token"]));
        _server.FailNext(TestEndpoint.Api, TestFailure.InvalidToken(), times: 2);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(_server.ApiAddress)).StatusCode);
    }

    [Fact]
    public async Task RF_06_a_refresh_token_that_is_no_more_ends_the_session_and_is_not_tried_again()
    {
        using var http = Http(await ProtectedResource.ConnectAsync(_server.ApiAddress, Options()));
        _clock.Advance(TimeSpan.FromMinutes(11));
        _server.FailNext(TestEndpoint.Token, TestFailure.OAuthError("invalid_grant"), times: 3);

        Assert.Equal(OAuthFailure.SessionEnded, (await Assert.ThrowsAsync<OAuthException>(() => http.GetAsync(_server.ApiAddress))).Failure);
        var asked = _server.Requests.Count(request => request.Endpoint == TestEndpoint.Token);
        Assert.Equal(OAuthFailure.SessionEnded, (await Assert.ThrowsAsync<OAuthException>(() => http.GetAsync(_server.ApiAddress))).Failure);
        Assert.Equal(asked, _server.Requests.Count(request => request.Endpoint == TestEndpoint.Token));
    }

    [Fact]
    public async Task RF_07_a_broken_connection_costs_no_refresh_token()
    {
        var resource = await ProtectedResource.ConnectAsync(_server.ApiAddress, Options());
        using var http = Http(resource);
        var before = resource.Token.RefreshToken;
        _clock.Advance(TimeSpan.FromMinutes(11));
        _server.FailNext(TestEndpoint.Token, TestFailure.Disconnect());

        Assert.True((await Assert.ThrowsAsync<OAuthException>(() => http.GetAsync(_server.ApiAddress))).IsTransient);
        Assert.Equal(before, resource.Token.RefreshToken);
        Assert.Contains("alice", await http.GetStringAsync(_server.ApiAddress), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WA_27_missing_scopes_are_told_and_no_refresh_is_tried_until_the_user_is_asked()
    {
        var resource = await ProtectedResource.ConnectAsync(_server.ApiAddress, Options() with { Scopes = ["openid"] });
        using var http = Http(resource);
        _server.FailNext(TestEndpoint.Api, TestFailure.Challenge("Bearer error=\"insufficient_scope\", scope=\"orders payments\"", HttpStatusCode.Forbidden));

        using var response = await http.GetAsync(_server.ApiAddress);
        var challenge = Assert.Single(AuthenticationChallenge.Of(response));

        Assert.Equal("insufficient_scope", challenge.Error);
        Assert.DoesNotContain(_server.Requests, request => request["grant_type"] == "refresh_token");
        var token = await resource.StepUpAsync(challenge);
        Assert.Equal(["openid", "orders", "payments"], token.Scopes);
        Assert.Same(token, resource.Token);
        Assert.Equal(2, _signIns);
    }

    [Fact]
    public async Task A_stronger_sign_in_is_asked_for_as_the_resource_wants_it()
    {
        var resource = await ProtectedResource.ConnectAsync(_server.ApiAddress, Options() with { Scopes = ["openid"] });
        using var http = Http(resource);
        _server.FailNext(TestEndpoint.Api, TestFailure.Challenge("Bearer error=\"insufficient_user_authentication\", acr_values=\"gold silver\", max_age=\"60\""));

        using var response = await http.GetAsync(_server.ApiAddress);
        await resource.StepUpAsync(AuthenticationChallenge.Of(response)[0]);

        var request = _server.Requests.Last(request => request.Endpoint == TestEndpoint.Authorization);
        Assert.Equal(("gold silver", "60", "openid"), (request["acr_values"], request["max_age"], request["scope"]));

        // RFC 9470 section 4 knows the parameter, and no essential claim.
        Assert.Null(request["claims"]);
    }

    [Fact]
    public async Task The_token_goes_to_the_origin_of_the_resource_alone()
    {
        using var http = Http(await ProtectedResource.ConnectAsync(_server.ApiAddress, Options()));

        var exception = await Assert.ThrowsAsync<OAuthException>(() => http.GetAsync(new Uri("https://other.example/")));
        Assert.Equal(OAuthFailure.HostNotAllowed, exception.Failure);
    }

    [Fact]
    public async Task A_registration_is_used_again()
    {
        var first = await ProtectedResource.ConnectAsync(_server.ApiAddress, Options());
        var kept = first.Registration!.ToJson();

        await ProtectedResource.ConnectAsync(_server.ApiAddress, Options() with { Registration = ClientRegistration.FromJson(kept) });

        Assert.Single(_server.Requests, request => request.Endpoint == TestEndpoint.Registration);
    }

    [Fact]
    public async Task A_client_that_the_provider_knows_does_not_register()
    {
        var resource = await ProtectedResource.ConnectAsync(
            _server.ApiAddress, Options() with { ClientId = _server.DefaultClient.ClientId, ClientSecret = _server.DefaultClient.ClientSecret });

        Assert.Null(resource.Registration);
        Assert.DoesNotContain(_server.Requests, request => request.Endpoint == TestEndpoint.Registration);
    }

    [Fact]
    public async Task A_user_who_refuses_is_told_as_such()
    {
        var exception = await Assert.ThrowsAsync<OAuthException>(() => ProtectedResource.ConnectAsync(_server.ApiAddress, Options("mallory")));

        Assert.Equal((OAuthFailure.AuthorizationError, "access_denied"), (exception.Failure, exception.Error));
    }

    [Fact]
    public async Task No_text_holds_a_token()
    {
        var resource = await ProtectedResource.ConnectAsync(_server.ApiAddress, Options());

        Assert.DoesNotContain(resource.Token.AccessToken, resource.ToString() + Options(), StringComparison.Ordinal);
    }

    private HttpClient Http(ProtectedResource resource) => new(resource.CreateHandler(_server.CreateHandler()));

    private ProtectedResourceOptions Options(string subject = "alice") => new()
    {
        ClientName = "Tests",
        BackchannelHandler = _server.CreateHandler(),
        Services = new() { TimeProvider = _clock },
        SignIn = async (provider, parameters, cancellationToken) =>
        {
            _signIns++;
            var request = await provider.CreateAuthorizationRequestAsync(parameters, cancellationToken);
            var response = await _server.CreateUserAgent(subject).AuthorizeAsync(request, cancellationToken);
            return await provider.RedeemAuthorizationCodeAsync(request, response, cancellationToken);
        },
    };
}
