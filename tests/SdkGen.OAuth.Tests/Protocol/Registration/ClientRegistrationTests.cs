namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>A client as it was registered (RFC 7591 section 3.2.1): what is known of it, kept and applied.</summary>
public sealed class ClientRegistrationTests
{
    private const string Id = "\"client_id\":\"c-1\"";

    [Fact]
    public void What_the_provider_says_is_known()
    {
        var registration = Read(
            """
            "client_secret":"s","client_secret_expires_at":1700000000,"client_id_issued_at":1600000000.5,"token_endpoint_auth_method":"client_secret_post",
            "redirect_uris":["https://a.example/cb","com.example.app:/cb"],"grant_types":["refresh_token"],"response_types":["code id_token"],"scope":" a  b "
            """);

        Assert.Equal(("c-1", "s", "client_secret_post"), (registration.ClientId, registration.ClientSecret, registration.TokenEndpointAuthMethod));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), registration.ClientSecretExpiresAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_600_000_000_500), registration.ClientIdIssuedAt);
        Assert.Equal(["https://a.example/cb", "com.example.app:/cb"], registration.RedirectUris);
        Assert.Equal(["refresh_token"], registration.GrantTypes);
        Assert.Equal(["code id_token"], registration.ResponseTypes);
        Assert.Equal(["a", "b"], registration.Scopes);
        Assert.Empty(registration.Changes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"grant_types\":[],\"response_types\":[],\"redirect_uris\":null,\"scope\":5,\"client_secret\":null,\"token_endpoint_auth_method\":null")]
    public void What_the_provider_does_not_say_has_the_defaults_of_the_RFC(string members)
    {
        var registration = Read(members);

        Assert.Equal((null, "client_secret_basic"), (registration.ClientSecret, registration.TokenEndpointAuthMethod));
        Assert.Equal((null, null), (registration.ClientSecretExpiresAt, registration.ClientIdIssuedAt));
        Assert.Empty(registration.RedirectUris);
        Assert.Equal(["authorization_code"], registration.GrantTypes);
        Assert.Equal(["code"], registration.ResponseTypes);
        Assert.Empty(registration.Scopes);
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("0.5", 0.5)]
    [InlineData("1", 1d)]
    public void A_secret_that_expires_at_zero_does_not_expire(string stated, double? expected) =>
        Assert.Equal(
            expected is { } seconds ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null,
            Read($"\"client_secret\":\"s\",\"client_secret_expires_at\":{stated}").ClientSecretExpiresAt);

    [Theory]
    [InlineData("", false)]
    [InlineData("\"registration_access_token\":\"t\"", false)]
    [InlineData("\"registration_client_uri\":\"https://id.example.com/r\"", false)]
    [InlineData("\"registration_access_token\":\"t\",\"registration_client_uri\":\"https://id.example.com/r\"", true)]
    public void A_registration_is_managed_with_an_address_and_its_token(string members, bool canBeManaged) =>
        Assert.Equal(canBeManaged, Read(members).CanBeManaged);

    [Theory]
    [InlineData("none", false)]
    [InlineData("private_key_jwt", false)]
    [InlineData("tls_client_auth", false)]
    [InlineData("self_signed_tls_client_auth", false)]
    [InlineData("client_secret_basic", true)]
    [InlineData("client_secret_post", true)]
    [InlineData("client_secret_jwt", true)]
    public void A_secret_is_applied_where_the_client_proves_itself_with_it(string method, bool isApplied)
    {
        var options = new RegisteringOptions { ClientSecret = "from before" };

        Read($"\"client_secret\":\"s\",\"client_secret_expires_at\":0,\"token_endpoint_auth_method\":\"{method}\"").ApplyTo(options);

        Assert.Equal(("c-1", isApplied ? "s" : null), (options.ClientId, options.ClientSecret));
    }

    [Theory]
    [InlineData("[]", "is no JSON object")]
    [InlineData("nonsense", "is no JSON object")]
    [InlineData("{\"client_id\":\"c\",\"client_id\":\"d\"}", "is no JSON object")]
    [InlineData("{\"client_id\":\"c\",\"client_name\":\"\\ud800\"}", "is no JSON object")]
    [InlineData("{}", "has no 'client_id'")]
    [InlineData("{" + Id + ",\"client_secret\":5,\"client_secret_expires_at\":0}", "has a 'client_secret' that is no text")]
    [InlineData("{" + Id + ",\"client_secret\":\"s\"}", "has a 'client_secret' and does not say when it expires ('client_secret_expires_at')")]
    [InlineData("{" + Id + ",\"registration_client_uri\":\"http://id.example.com/r\"}", "has a 'registration_client_uri' that is no absolute https URL")]
    [InlineData(
        "{" + Id + ",\"registration_client_uri\":\"https://id.example.com/r\",\"registration_access_token\":\"a b\"}",
        "has a 'registration_access_token' that no header can carry")]
    public void What_is_no_registration_says_why(string json, string problem)
    {
        var exception = Assert.Throws<OAuthException>(() => ClientRegistration.FromJson(json));

        Assert.Equal(
            (OAuthFailure.InvalidRegistration, $"The stored registration {problem} (RFC 7591 section 3.2.1)."), (exception.Failure, exception.Message));
        Assert.Null(exception.InnerException);
    }

    [Theory]
    [InlineData("", "none")]
    [InlineData("\"client_secret\":\"the-secret\",\"client_secret_expires_at\":0", "present")]
    public void A_registration_shows_which_client_it_is_and_whether_it_has_a_secret(string members, string secret) =>
        Assert.Equal(
            $"ClientRegistration {{ ClientId = c-1, TokenEndpointAuthMethod = client_secret_basic, ClientSecret = {secret}, Changes = 0 }}",
            Read(members).ToString());

    [Fact]
    public void An_update_repeats_what_the_client_is_like_and_nothing_that_the_provider_alone_says()
    {
        var registration = Read(
            """
            "client_secret":"s","client_secret_expires_at":0,"client_id_issued_at":1,"registration_access_token":"t",
            "registration_client_uri":"https://id.example.com/r","client_name":"Büro","acme_plan":{"name":"gold"}
            """);

        Assert.Equal(
            """{"client_id":"c-1","client_name":"Büro","acme_plan":{"name":"gold"}}""",
            new ClientRegistrationRequest(registration).Additional.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void An_update_names_the_client_that_it_is_about_whatever_else_is_left_of_it() =>
        Assert.Equal(
            """{"client_id":"c-1"}""", new ClientRegistrationRequest(Read("\"client_name\":\"a\"")) { Additional = [] }.Write(new()).ToJsonString());

    private static ClientRegistration Read(string members) =>
        ClientRegistration.FromJson("{" + Id + (members.Length > 0 ? "," : "") + members + "}");
}
