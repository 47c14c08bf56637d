using System.Net;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>Dynamic client registration (RFC 7591), and its management (RFC 7592).</summary>
public sealed class RegistrationTests
{
    private const string Registered =
        """{"client_id":"c-1","client_secret":"the-client-secret","client_secret_expires_at":0,"registration_access_token":"the-management-token","registration_client_uri":"https://id.example.com/register/c-1","token_endpoint_auth_method":"client_secret_basic","redirect_uris":["https://app.example.com/cb"],"acme_plan":"gold"}""";

    private static readonly ClientRegistrationRequest Web = new() { RedirectUris = [new("https://app.example.com/cb")], ClientName = "Büro" };

    [Fact]
    public async Task A_request_is_a_JSON_document_of_what_was_stated()
    {
        var wire = Wire(Registered);
        await Client(wire).RegisterClientAsync(new()
        {
            RedirectUris = [new("https://app.example.com/cb?x=1"), new("http://127.0.0.1/cb"), new("com.example.app:/cb")],
            GrantTypes = ["authorization_code", "refresh_token"],
            ResponseTypes = ["code"],
            TokenEndpointAuthMethod = "private_key_jwt",
            Scopes = ["openid", "orders"],
            ClientName = "Büro",
            ClientUri = new("https://app.example.com"),
            ApplicationType = "native",
            Contacts = ["ada@example.com"],
            JsonWebKeySet = new() { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = "x", ["y"] = "y" }) },
            PostLogoutRedirectUris = [new("https://app.example.com/bye")],
            SoftwareId = "4711",
            SoftwareVersion = "2",
            SoftwareStatement = "a.b.c",
            InitialAccessToken = "the-initial-token",
            Additional = new() { ["client_name#de"] = "Büro", ["client_name"] = "wrong", ["limits"] = new JsonObject { ["rate"] = 5 } },
        });

        Assert.Equal(("POST", "application/json", "Bearer the-initial-token"), (wire.Last.Method, wire.Last.ContentType, wire.Last.Authorization));
        Assert.Equal("tests", wire.Last.Headers["X-Software"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {"client_name#de":"Büro","client_name":"Büro","limits":{"rate":5},"tenant":"acme",
                "redirect_uris":["https://app.example.com/cb?x=1","http://127.0.0.1/cb","com.example.app:/cb"],
                "grant_types":["authorization_code","refresh_token"],"response_types":["code"],"contacts":["ada@example.com"],
                "post_logout_redirect_uris":["https://app.example.com/bye"],"token_endpoint_auth_method":"private_key_jwt","scope":"openid orders",
                "client_uri":"https://app.example.com","application_type":"native","software_id":"4711","software_version":"2",
                "software_statement":"a.b.c","jwks":{"keys":[{"kty":"EC","crv":"P-256","x":"x","y":"y"}]}}
                """),
            JsonNode.Parse(wire.Last.Body)));
    }

    [Fact]
    public async Task A_client_that_is_not_registered_yet_can_register_and_nothing_else()
    {
        var client = Client(Wire(Registered));

        Assert.Equal("c-1", (await client.RegisterClientAsync(Web)).ClientId);
        var exception = await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, () => client.RequestClientTokenAsync());
        Assert.Contains("ClientId", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_registered_is_applied_to_options()
    {
        var wire = Wire(Registered).Answer("/token", """{"access_token":"at","token_type":"Bearer"}""");
        var registration = await Client(wire).RegisterClientAsync(Web);

        var client = Clients.Create<IRegistering>(wire, registration.ApplyTo);
        await client.RequestClientTokenAsync();

        Assert.Equal("Basic " + Convert.ToBase64String("c-1:the-client-secret"u8), wire.Last.Authorization);
    }

    [Fact]
    public async Task A_public_client_has_no_secret_whatever_the_provider_sends()
    {
        var registration = await Client(Wire(
            """{"client_id":"c-1","client_secret":"s3cr3t","client_secret_expires_at":0,"token_endpoint_auth_method":"none"}""")).RegisterClientAsync(Web);
        var options = new RegisteringOptions { ClientSecret = "from before" };

        registration.ApplyTo(options);

        Assert.Equal(("c-1", null), (options.ClientId, options.ClientSecret));
    }

    [Fact]
    public async Task It_can_be_stored_and_no_text_holds_its_secrets()
    {
        var registration = await Client(Wire(Registered)).RegisterClientAsync(Web);
        var restored = ClientRegistration.FromJson(registration.ToJson());

        Assert.Equal(("c-1", "the-client-secret", true), (restored.ClientId, restored.ClientSecret, restored.CanBeManaged));
        Assert.Null(restored.ClientSecretExpiresAt);
        Assert.DoesNotContain("the-", registration.ToString() + Web + restored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"client_id":5}""")]
    [InlineData("""{"client_id":""}""")]
    [InlineData("""{"client_id":"c","client_secret":"the-secret"}""")]
    [InlineData("""{"client_id":"c","client_secret":"the-secret","client_secret_expires_at":"never"}""")]
    [InlineData("""{"client_id":"c","client_secret":5,"client_secret_expires_at":0}""")]
    [InlineData("""{"client_id":"c","registration_client_uri":"http://id.example.com/register/c","registration_access_token":"the-secret"}""")]
    [InlineData("""{"client_id":"c","registration_client_uri":"https://id.example.com/r","registration_access_token":"the secret"}""")]
    public async Task A_reply_that_is_no_registration_is_refused_and_not_shown(string reply)
    {
        var exception = await Clients.FailsAsync(OAuthFailure.InvalidRegistration, () => Client(Wire(reply)).RegisterClientAsync(Web));

        Assert.DoesNotContain("secret\"", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(OAuthFailure.InvalidRegistration, Assert.Throws<OAuthException>(() => ClientRegistration.FromJson(reply)).Failure);
    }

    [Theory]
    [InlineData("invalid_redirect_uri")]
    [InlineData("invalid_client_metadata")]
    [InlineData("invalid_software_statement")]
    [InlineData("unapproved_software_statement")]
    public async Task An_error_is_told_by_its_code(string error)
    {
        var wire = Issuer().Answer("/register", $$"""{"error":"{{error}}","error_description":"because"}""", HttpStatusCode.BadRequest);

        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Client(wire).RegisterClientAsync(Web));

        Assert.Equal((error, "because"), (exception.Error, exception.ErrorDescription));
    }

    [Fact]
    public async Task A_token_that_the_provider_echoes_is_not_in_the_exception()
    {
        var wire = Issuer().Answer("/register", """{"error":"invalid_token","error_description":"the-initial-token is unknown"}""", HttpStatusCode.Unauthorized);

        var exception = await Clients.FailsAsync(
            OAuthFailure.ErrorResponse, () => Client(wire).RegisterClientAsync(Web with { InitialAccessToken = "the-initial-token" }));

        Assert.DoesNotContain("the-initial-token", exception.ToString() + exception.ErrorDescription, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token_endpoint_auth_method", "\"private_key_jwt\"", "\"client_secret_post\"", true)]
    [InlineData("token_endpoint_auth_method", "\"client_secret_basic\"", "\"none\"", true)]
    [InlineData("token_endpoint_auth_method", "\"none\"", "\"client_secret_basic\"", false)]
    [InlineData("token_endpoint_auth_method", "\"private_key_jwt\"", "null", true)]
    [InlineData("redirect_uris", "[\"https://a.example\"]", "[\"https://a.example\",\"https://evil.example\"]", true)]
    [InlineData("grant_types", "[\"authorization_code\"]", "[\"implicit\",\"authorization_code\"]", true)]
    [InlineData("grant_types", "[\"authorization_code\",\"refresh_token\"]", "[\"authorization_code\"]", false)]
    [InlineData("response_types", "[\"code\"]", "[\"token\"]", true)]
    [InlineData("scope", "\"a b\"", "\"a\"", false)]
    [InlineData("dpop_bound_access_tokens", "true", "false", true)]
    [InlineData("dpop_bound_access_tokens", "false", "true", false)]
    [InlineData("require_pushed_authorization_requests", "true", "false", true)]
    [InlineData("tls_client_certificate_bound_access_tokens", "true", "false", true)]
    [InlineData("id_token_signed_response_alg", "\"ES256\"", "\"none\"", true)]
    [InlineData("id_token_signed_response_alg", "\"ES256\"", "\"RS256\"", false)]
    [InlineData("token_endpoint_auth_signing_alg", "\"ES256\"", "\"none\"", true)]
    [InlineData("post_logout_redirect_uris", "[\"https://a.example\"]", "[\"https://evil.example\"]", true)]
    [InlineData("token_endpoint_auth_method", "\"client_secret_jwt\"", "\"client_secret_post\"", true)]
    [InlineData("token_endpoint_auth_method", "\"client_secret_post\"", "\"client_secret_basic\"", false)]
    [InlineData("token_endpoint_auth_method", "\"private_key_jwt\"", "\"tls_client_auth\"", false)]
    [InlineData("token_endpoint_auth_method", "\"private_key_jwt\"", "\"self_signed_tls_client_auth\"", false)]
    [InlineData("token_endpoint_auth_method", "\"private_key_jwt\"", "\"attest_jwt_client_auth\"", false)]
    [InlineData("token_endpoint_auth_method", "\"private_key_jwt\"", "\"client_secret_jwt\"", true)]
    [InlineData("token_endpoint_auth_method", "\"client_secret_post\"", "\"a_method_of_its_own\"", true)]
    [InlineData("application_type", "\"native\"", "\"web\"", false)]
    [InlineData("jwks_uri", "\"https://a.example/keys\"", "\"https://evil.example/keys\"", true)]
    public async Task What_the_provider_changed_is_reported(string member, string requested, string registered, bool weakens)
    {
        var reply = $$"""{"client_id":"c","{{member}}":{{registered}}}""";
        var request = new ClientRegistrationRequest { Additional = new() { [member] = JsonNode.Parse(requested) } };

        var change = Assert.Single((await Client(Wire(reply)).RegisterClientAsync(request)).Changes);

        Assert.Equal((member, weakens), (change.Name, change.Weakens));
    }

    [Fact]
    public async Task What_was_registered_as_asked_for_is_no_change()
    {
        var request = Web with { Scopes = ["b", "a"], GrantTypes = ["authorization_code"], TokenEndpointAuthMethod = "client_secret_basic" };

        var registration = await Client(Wire(Registered.Replace("\"acme_plan\"", "\"scope\":\"a b\",\"acme_plan\"", StringComparison.Ordinal))).RegisterClientAsync(request);

        Assert.Empty(registration.Changes);
        Assert.Equal(["a", "b"], registration.Scopes);
    }

    [Theory]
    [InlineData("http://app.example.com/cb")]
    [InlineData("https://app.example.com/cb#x")]
    [InlineData("app:/cb")]
    public async Task A_redirect_URI_that_no_provider_should_take_is_not_sent(string uri)
    {
        var client = Client(Wire(Registered));

        await Assert.ThrowsAsync<ArgumentException>(() => client.RegisterClientAsync(new() { RedirectUris = [new(uri)] }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.RegisterClientAsync(new() { PostLogoutRedirectUris = [new(uri)] }));
    }

    [Fact]
    public async Task Keys_are_registered_by_their_address_too()
    {
        var wire = Wire(Registered);
        await Client(wire).RegisterClientAsync(new() { JsonWebKeySetUri = new("https://app.example.com/keys") });

        Assert.Equal("https://app.example.com/keys", (string?)JsonNode.Parse(wire.Last.Body)!["jwks_uri"]);
    }

    [Theory]
    [InlineData("""{"keys":[{"kty":"EC","d":"private"}]}""")]
    [InlineData("""{"keys":[{"kty":"oct","k":"private"}]}""")]
    [InlineData("""{"keys":["nonsense",{"kty":"EC","x":"x"},{"kty":"RSA","d":"private"}]}""")]
    [InlineData("""{"kty":"EC","d":"private"}""")]
    public async Task A_private_key_is_not_registered(string keys)
    {
        var wire = Wire(Registered);
        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => Client(wire).RegisterClientAsync(new() { JsonWebKeySet = JsonNode.Parse(keys)!.AsObject() }));
        await Assert.ThrowsAsync<ArgumentException>(() => Client(wire).RegisterClientAsync(new() { Additional = new() { ["jwks"] = JsonNode.Parse(keys) } }));

        Assert.StartsWith("The key set ('jwks') holds a private key: register the public half.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wire.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task Without_an_endpoint_the_failure_says_so()
    {
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata => metadata.Remove("registration_endpoint")));

        await Clients.FailsAsync(OAuthFailure.MissingEndpoint, () => Client(wire).RegisterClientAsync(Web));
    }

    [Fact]
    public async Task A_registration_is_read_changed_and_ended_with_its_own_token()
    {
        var wire = Wire(Registered)
            .Answer("/register/c-1", Registered)
            .Answer("/register/c-1", Registered.Replace("gold", "silver", StringComparison.Ordinal))
            .Answer("/register/c-1", "", HttpStatusCode.NoContent);
        var client = Client(wire);
        var registration = await client.RegisterClientAsync(Web);

        await client.ReadClientAsync(registration);
        Assert.Equal(("GET", "Bearer the-management-token", ""), (wire.Last.Method, wire.Last.Authorization, wire.Last.Body));

        await client.UpdateClientAsync(new(registration) { ClientName = "New" });
        var sent = JsonNode.Parse(wire.Last.Body)!.AsObject();
        Assert.Equal(("PUT", "Bearer the-management-token"), (wire.Last.Method, wire.Last.Authorization));
        Assert.Equal(("c-1", "New", "gold"), ((string?)sent["client_id"], (string?)sent["client_name"], (string?)sent["acme_plan"]));
        Assert.DoesNotContain(sent, member => member.Key is "registration_access_token" or "registration_client_uri" or "client_secret" or "client_secret_expires_at");

        await client.DeleteClientAsync(registration);
        Assert.Equal(("DELETE", "Bearer the-management-token"), (wire.Last.Method, wire.Last.Authorization));
    }

    [Fact]
    public async Task A_registration_that_cannot_be_managed_is_told_before_anything_is_sent()
    {
        var wire = Wire("""{"client_id":"c"}""");
        var client = Client(wire);
        var registration = await client.RegisterClientAsync(Web);
        var sent = wire.Requests.Count;

        Assert.False(registration.CanBeManaged);
        await Assert.ThrowsAsync<ArgumentException>(() => client.ReadClientAsync(registration));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdateClientAsync(Web));
        await Assert.ThrowsAsync<ArgumentException>(() => client.DeleteClientAsync(registration));
        Assert.Equal(sent, wire.Requests.Count);
    }

    [Fact]
    public async Task A_deletion_that_fails_is_a_failure()
    {
        var wire = Wire(Registered).Answer("/register/c-1", "", HttpStatusCode.Unauthorized);
        var client = Client(wire);
        var registration = await client.RegisterClientAsync(Web);

        await Clients.FailsAsync(OAuthFailure.UnexpectedStatus, () => client.DeleteClientAsync(registration));
    }

    private static Wire Issuer() => new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata());

    private static Wire Wire(string reply) => Issuer().Answer("/register", reply, HttpStatusCode.Created);

    private static IRegistering Client(Wire wire) => Clients.Create<IRegistering>(wire, options => options.ClientId = options.ClientSecret = null);
}
