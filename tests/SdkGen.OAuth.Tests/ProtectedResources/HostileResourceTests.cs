using System.Net;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.ProtectedResources;

/// <summary>A resource, and the server that it names, are strangers: what they say wrongly is refused, each with its own failure, before the user is asked.</summary>
public sealed class HostileResourceTests
{
    private const string Resource = "https://rs.example.com/mcp";
    private const string WellKnown = "/.well-known/oauth-protected-resource/mcp";
    private const string Discovery = "/.well-known/openid-configuration";

    private bool _asked;

    [Fact]
    public async Task What_is_right_leads_to_a_token()
    {
        var wire = Wire();

        var resource = await ConnectAsync(wire);

        Assert.Equal("at", resource.Token.AccessToken);
        var registered = JsonNode.Parse(wire.Requests.Single(request => request.Uri.AbsolutePath == "/register").Body)!;
        Assert.Equal(("none", "a b", "native"), ((string?)registered["token_endpoint_auth_method"], (string?)registered["scope"], (string?)registered["application_type"]));
        Assert.Equal(Resource, wire.Last.Fields["resource"].Single());
        Assert.Equal("c-1", wire.Last.Fields["client_id"].Single());
    }

    [Theory]
    [InlineData("https://rs.example.com/other")]
    [InlineData("https://rs.example.com/mcp/")]
    [InlineData("https://RS.example.com/mcp")]
    [InlineData("https://evil.example/mcp")]
    [InlineData("https://rs.example.com")]
    [InlineData(null)]
    public async Task DS_17_metadata_of_another_resource_are_refused(string? stated) =>
        await RefusedAsync(OAuthFailure.ResourceMetadataMismatch, Wire(resource: metadata => metadata["resource"] = stated));

    [Fact]
    public async Task An_identifier_that_is_another_than_the_URL_can_be_stated()
    {
        var document = ResourceDocument(metadata => metadata["resource"] = "https://rs.example.com");
        var wire = Wire().Always("/.well-known/oauth-protected-resource", document);

        await ConnectAsync(wire, options => options with { Identifier = "https://rs.example.com" });

        Assert.Equal("https://rs.example.com", wire.Last.Fields["resource"].Single());
    }

    [Theory]
    [InlineData("http://rs.example.com/.well-known/oauth-protected-resource/mcp")]
    [InlineData("http://127.0.0.1/meta")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user@rs.example.com/meta")]
    [InlineData("/relative")]
    public async Task Metadata_that_are_not_reached_by_https_are_not_fetched(string address)
    {
        var wire = Wire(challenge: $"Bearer resource_metadata=\"{address}\"");

        await RefusedAsync(OAuthFailure.ResourceMetadataFailed, wire);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task The_challenge_says_where_the_metadata_are()
    {
        var wire = Wire(challenge: "Basic realm=\"x\", Bearer resource_metadata=\"https://rs.example.com/meta\", scope=\"c\"").Answer("/meta", ResourceDocument());

        await ConnectAsync(wire);

        Assert.Contains(wire.Requests, request => request.Uri.AbsolutePath == "/meta");
        Assert.Equal("c", (string?)JsonNode.Parse(wire.Requests.Single(request => request.Uri.AbsolutePath == "/register").Body)!["scope"]);
    }

    [Theory]
    [InlineData("", 404)]
    [InlineData("<html>", 200)]
    [InlineData("[]", 200)]
    [InlineData("""{"resource":"https://rs.example.com/mcp","resource":"https://rs.example.com/mcp"}""", 200)]
    [InlineData("""{"resource":"https://rs.example.com/mcp"}""", 200)]
    [InlineData("""{"resource":"https://rs.example.com/mcp","authorization_servers":[]}""", 200)]
    [InlineData("""{"resource":"https://rs.example.com/mcp","authorization_servers":["http://as.example.com"]}""", 200)]
    [InlineData("""{"resource":"https://rs.example.com/mcp","authorization_servers":["http://localhost"]}""", 200)]
    [InlineData("""{"resource":"https://rs.example.com/mcp","authorization_servers":["https://as.example.com?x=1"]}""", 200)]
    [InlineData("""{"resource":"https://rs.example.com/mcp","authorization_servers":["javascript:alert(1)"]}""", 200)]
    public async Task Metadata_that_cannot_be_used_are_refused(string document, int status) =>
        await RefusedAsync(OAuthFailure.ResourceMetadataFailed, new Wire().Always("/mcp", _ => Challenge("Bearer")).Always(WellKnown, document, (HttpStatusCode)status));

    [Fact]
    public async Task Redirects_and_loops_are_not_followed()
    {
        var looping = new Wire().Always("/mcp", _ => Challenge("Bearer")).Always(WellKnown, _ => Redirect("https://rs.example.com" + WellKnown));
        await RefusedAsync(OAuthFailure.RedirectRefused, looping);
        Assert.Equal(2, looping.Requests.Count);

        await RefusedAsync(OAuthFailure.RedirectRefused, new Wire().Always("/mcp", _ => Redirect("https://evil.example/mcp")));
        await RefusedAsync(OAuthFailure.RedirectRefused, Wire().Answer(Discovery, _ => Redirect("https://evil.example" + Discovery)));
    }

    [Fact]
    public async Task A_document_that_is_too_large_is_not_read() => await RefusedAsync(
        OAuthFailure.ResponseTooLarge, new Wire().Always("/mcp", _ => Challenge("Bearer")).Always(WellKnown, $$"""{"padding":"{{new string('x', 5000)}}"}"""));

    [Theory]
    [InlineData("https://as.example.com/")]
    [InlineData("https://evil.example")]
    [InlineData(null)]
    public async Task Metadata_of_another_issuer_are_refused(string? issuer) =>
        await RefusedAsync(OAuthFailure.DiscoveryIssuerMismatch, Wire(server: metadata => metadata["issuer"] = issuer));

    [Theory]
    [InlineData("plain")]
    [InlineData(null)]
    public async Task A_server_that_does_not_announce_S256_is_refused(string? method) => await RefusedAsync(
        OAuthFailure.ChallengeMethodNotSupported,
        Wire(server: metadata => metadata["code_challenge_methods_supported"] = method is null ? null : new JsonArray(method)));

    [Theory]
    [InlineData("registration_endpoint")]
    [InlineData("token_endpoint")]
    [InlineData("authorization_endpoint")]
    public async Task Endpoints_over_plain_http_are_refused(string endpoint) =>
        await RefusedAsync(OAuthFailure.InvalidConfiguration, Wire(server: metadata => metadata[endpoint] = "http://127.0.0.1/x"));

    [Fact]
    public async Task A_server_where_nobody_can_register_is_told_as_such() =>
        await RefusedAsync(OAuthFailure.MissingEndpoint, Wire(server: metadata => metadata.Remove("registration_endpoint")));

    [Theory]
    [InlineData("""{"client_id":"c-1","token_endpoint_auth_method":"none","redirect_uris":["http://127.0.0.1/callback","https://evil.example"]}""")]
    [InlineData("""{"client_id":"c-1","token_endpoint_auth_method":"none","grant_types":["authorization_code","implicit"]}""")]
    [InlineData("""{"client_id":"c-1","token_endpoint_auth_method":"private_key_jwt"}""")]
    [InlineData("""{"token_endpoint_auth_method":"none"}""")]
    public async Task A_registration_that_is_not_what_was_asked_for_is_refused(string registration) =>
        await RefusedAsync(OAuthFailure.InvalidRegistration, Wire(registration: registration));

    [Fact]
    public async Task Of_several_servers_the_application_can_choose_and_none_that_is_not_among_them()
    {
        var wire = Wire(resource: metadata => metadata["authorization_servers"] = new JsonArray("https://other.example", "https://as.example.com"));

        await ConnectAsync(wire, options => options with { ChooseAuthorizationServer = servers => servers[1] });
        _asked = false;
        await RefusedAsync(OAuthFailure.ResourceMetadataFailed, Wire(), options => options with { ChooseAuthorizationServer = _ => "https://mine.example" });
    }

    [Theory]
    [InlineData("http://rs.example.com/mcp")]
    [InlineData("https://rs.example.com/mcp#x")]
    [InlineData("https://user:password@rs.example.com/mcp")]
    public async Task A_URL_that_is_no_resource_is_not_asked(string url)
    {
        var wire = Wire();

        await Assert.ThrowsAsync<ArgumentException>(() => ProtectedResource.ConnectAsync(new(url), Options(wire)));
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task A_resource_that_does_not_answer_in_time_is_given_up()
    {
        using var handler = new SilentHandler();

        await Clients.FailsAsync(OAuthFailure.Timeout, () => ProtectedResource.ConnectAsync(
            new(Resource), Options(Wire()) with { BackchannelHandler = handler, BackchannelTimeout = TimeSpan.FromMilliseconds(50) }));
    }

    private static HttpResponseMessage Challenge(string challenge)
    {
        var reply = Tests.Wire.Reply("", HttpStatusCode.Unauthorized);
        reply.Headers.TryAddWithoutValidation("WWW-Authenticate", challenge);
        return reply;
    }

    private static HttpResponseMessage Redirect(string location)
    {
        var reply = Tests.Wire.Reply("", HttpStatusCode.TemporaryRedirect);
        reply.Headers.TryAddWithoutValidation("Location", location);
        return reply;
    }

    private static string ResourceDocument(Action<JsonObject>? change = null)
    {
        var metadata = new JsonObject
        {
            ["resource"] = Resource,
            ["authorization_servers"] = new JsonArray("https://as.example.com"),
            ["scopes_supported"] = new JsonArray("a", "b"),
        };
        change?.Invoke(metadata);
        return metadata.ToJsonString();
    }

    private static Wire Wire(
        Action<JsonObject>? resource = null,
        Action<JsonObject>? server = null,
        string challenge = "Bearer",
        string registration = """{"client_id":"c-1","token_endpoint_auth_method":"none"}""") => new Wire()
        .Always("/mcp", _ => Challenge(challenge))
        .Always(WellKnown, ResourceDocument(resource))
        .Always(Discovery, TestIssuer.Metadata("https://as.example.com", metadata =>
        {
            metadata["code_challenge_methods_supported"] = new JsonArray("S256");
            server?.Invoke(metadata);
        }))
        .Always("/register", registration, HttpStatusCode.Created)
        .Always("/token", """{"access_token":"at","token_type":"Bearer","expires_in":60}""");

    private async Task RefusedAsync(OAuthFailure failure, Wire wire, Func<ProtectedResourceOptions, ProtectedResourceOptions>? change = null)
    {
        await Clients.FailsAsync(failure, () => ConnectAsync(wire, change));
        Assert.False(_asked && failure != OAuthFailure.InvalidConfiguration, "The user was asked.");
        Assert.DoesNotContain(wire.Requests, request => request.Uri.AbsolutePath == "/token");
    }

    private Task<ProtectedResource> ConnectAsync(Wire wire, Func<ProtectedResourceOptions, ProtectedResourceOptions>? change = null) =>
        ProtectedResource.ConnectAsync(new(Resource), change?.Invoke(Options(wire)) ?? Options(wire));

    private ProtectedResourceOptions Options(Wire wire) => new()
    {
        BackchannelHandler = wire,
        MaxResponseBytes = 4096,
        SignIn = async (provider, parameters, cancellationToken) =>
        {
            _asked = true;
            var request = await provider.CreateAuthorizationRequestAsync(parameters, cancellationToken);
            return await provider.RedeemAuthorizationCodeAsync(request, Clients.Callback(request), cancellationToken);
        },
    };

    private sealed class SilentHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new();
        }
    }
}
