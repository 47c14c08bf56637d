using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class RequestLogTests : IAsyncLifetime
{
    private TestAuthorizationServer _server = null!;

    public async Task InitializeAsync() => _server = await TestAuthorizationServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void Nothing_is_recorded_before_the_test_begins()
    {
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task A_sign_in_is_recorded_in_order()
    {
        await _server.SignInAsync(_server.CreateClient<IAcme>());

        Assert.Equal(
            [TestEndpoint.Authorization, TestEndpoint.Token, TestEndpoint.Keys], _server.Requests.Select(request => request.Endpoint));
        Assert.Equal(["GET", "POST", "GET"], _server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task Fields_and_headers_are_recorded_as_they_arrived()
    {
        await _server.CreateClient<IAcme>().RequestClientTokenAsync(new() { Scopes = ["one", "two"], Resources = ["https://a.example", "https://b.example"] });

        var request = Assert.Single(_server.Requests);
        Assert.Equal("/token", request.Path);
        Assert.Equal("one two", request["scope"]);
        Assert.Null(request["resource"]);
        Assert.Equal(2, request.Form.Count(field => field.Key == "resource"));
        Assert.StartsWith("Basic ", request.Headers["authorization"], StringComparison.Ordinal);
        Assert.StartsWith("grant_type=client_credentials", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_query_is_recorded_too()
    {
        using var http = new HttpClient();

        await http.GetAsync(_server.BaseAddress + "nowhere?a=1&b=2%203");

        var request = Assert.Single(_server.Requests);
        Assert.Null(request.Endpoint);
        Assert.Equal("2 3", request["b"]);
        Assert.Equal("", request.Body);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_recorded_as_text()
    {
        using var http = _server.CreateHttpClient();

        await http.PostAsync("/token", new StringContent("""{"grant_type":"client_credentials"}""", null, "application/json"));

        var request = Assert.Single(_server.Requests);
        Assert.Equal("""{"grant_type":"client_credentials"}""", request.Body);
        Assert.Empty(request.Form);
    }

    [Fact]
    public async Task The_text_of_a_request_has_no_values()
    {
        await _server.SignInAsync(_server.CreateClient<IFormPostAcme>());

        var text = _server.Requests.Single(request => request.Endpoint == TestEndpoint.Token).ToString();

        Assert.Contains("client_secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.DefaultClient.ClientSecret!, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_recorded_stays_readable_after_the_end()
    {
        await _server.CreateClient<IAcme>().RequestClientTokenAsync();

        await _server.DisposeAsync();

        Assert.Single(_server.Requests);
    }

    [Fact]
    public void The_texts_of_clients_and_users_tell_no_secrets()
    {
        Assert.Equal("TestClient { ClientId = test-client, confidential }", _server.DefaultClient.ToString());
        Assert.Equal("TestClient { ClientId = test-public-client, public }", _server.PublicClient.ToString());
        Assert.Equal("TestUserAgent { Subject = bob }", _server.CreateUserAgent("bob").ToString());
    }
}
