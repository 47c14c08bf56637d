using System.Text;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>How a client authenticates: by exactly one method, and the secret is nowhere else.</summary>
public sealed partial class ClientAuthenticationTests
{
    private const string Token = """{"access_token":"at","token_type":"Bearer"}""";

    [OAuthProvider(TokenEndpoint = "https://a.example/token", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
    public partial interface IPost : IClientCredentialsGrant;

    [OAuthProvider(TokenEndpoint = "https://a.example/token", ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic, BasicEncoding = BasicEncoding.Raw)]
    public partial interface IRaw : IClientCredentialsGrant;

    [OAuthProvider(TokenEndpoint = "https://a.example/token", ClientAuthentication = ClientAuthenticationMethod.None)]
    public partial interface IPublic : IClientCredentialsGrant;

    [OAuthProvider(TokenEndpoint = "https://a.example/token", ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic, PublicClient = PublicClientBehavior.BasicWithEmptySecret)]
    public partial interface IEmptySecret : IClientCredentialsGrant;

    [OAuthProvider(IntrospectionEndpoint = "https://a.example/token", ClientAuthentication = ClientAuthenticationMethod.BearerToken)]
    public partial interface IAdministration : IIntrospectionEndpoint;

    [OAuthProvider(TokenEndpoint = "https://a.example/token", IntrospectionEndpoint = "https://a.example/token", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
    [OAuthRequest(OAuthMessage.Introspection, ClientAuthentication = ClientAuthenticationMethod.BearerToken)]
    public partial interface ISecretAsBearer : IClientCredentialsGrant, IIntrospectionEndpoint;

    [Fact]
    public async Task CA_01_Basic_is_in_the_header_and_nothing_of_it_in_the_body()
    {
        var request = await SendAsync<IPlain>();

        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("client-1:the-secret")), request.Authorization);
        Assert.Equal(["grant_type"], request.Fields.Select(field => field.Key));
    }

    [Fact]
    public async Task CA_07_post_is_in_the_body_and_no_header()
    {
        var request = await SendAsync<IPost>();

        Assert.Null(request.Authorization);
        Assert.Equal("client-1", request.Fields["client_id"].Single());
        Assert.Equal("the-secret", request.Fields["client_secret"].Single());
    }

    [Fact]
    public async Task CA_08_a_public_client_states_its_id_alone()
    {
        var request = await SendAsync<IPublic>(options => options.ClientSecret = null);

        Assert.Null(request.Authorization);
        Assert.Equal("client-1", request.Fields["client_id"].Single());
        Assert.Empty(request.Fields["client_secret"]);
    }

    [Fact]
    public async Task A_provider_that_wants_an_empty_password_gets_it() =>
        Assert.Equal(
            "Basic " + Convert.ToBase64String("client-1:"u8.ToArray()),
            (await SendAsync<IEmptySecret>(options => options.ClientSecret = null)).Authorization);

    [Fact]
    public async Task A_raw_Basic_header_is_not_encoded()
    {
        var request = await SendAsync<IRaw>(options => (options.ClientId, options.ClientSecret) = ("tenant=T&product=P", "p%2B:x"));

        Assert.Equal("tenant=T&product=P:p%2B:x", Encoding.UTF8.GetString(Convert.FromBase64String(request.Authorization!["Basic ".Length..])));
    }

    [Theory]
    [InlineData("CA-21", null, "Basic")]
    [InlineData("both", "client_secret_post client_secret_basic", "Basic")]
    [InlineData("post alone", "client_secret_post private_key_jwt", null)]
    public async Task The_metadata_choose_where_the_declaration_does_not(string id, string? announced, string? scheme)
    {
        Assert.NotEmpty(id);
        var wire = new Wire()
            .Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
                metadata["token_endpoint_auth_methods_supported"] = announced is null ? null : new JsonArray([.. announced.Split(' ').Select(name => (JsonNode)name)])))
            .Always("/token", Token);
        await Clients.Create<IIdp>(wire).RequestClientTokenAsync();

        Assert.Equal(scheme, wire.Last.Authorization?.Split(' ')[0]);
        Assert.Equal(scheme is null, wire.Last.Fields["client_secret"].Any());
    }

    [Fact]
    public async Task A_secret_that_the_provider_takes_by_no_method_is_not_sent()
    {
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
            metadata["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt", "none")));
        var exception = await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, () => Clients.Create<IIdp>(wire).RequestClientTokenAsync());

        Assert.Contains("private_key_jwt", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wire.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task CA_23_a_refused_client_is_not_tried_by_another_method()
    {
        var wire = new Wire().Always("/token", """{"error":"invalid_client"}""", System.Net.HttpStatusCode.Unauthorized);
        await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Clients.Create<IPlain>(wire).RequestClientTokenAsync());

        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task CA_25_a_secret_outside_ASCII_is_UTF_8()
    {
        var request = await SendAsync<IPlain>(options => options.ClientSecret = "sören:müller");
        var parts = Encoding.ASCII.GetString(Convert.FromBase64String(request.Authorization!["Basic ".Length..])).Split(':');

        Assert.Equal("sören:müller", System.Net.WebUtility.UrlDecode(parts[1]));
    }

    [Fact]
    public async Task A_resource_that_has_a_token_of_its_own_sends_it_and_no_client_id()
    {
        var wire = new Wire().Always("/token", """{"active":true}""");
        await Clients.Create<IAdministration>(wire, options => options.ClientId = null).IntrospectTokenAsync(new() { Token = "a-token" });

        Assert.Equal("Bearer the-secret", wire.Last.Authorization);
        Assert.Equal(["token"], wire.Last.Fields.Select(field => field.Key));
    }

    [Fact]
    public async Task A_token_of_its_own_is_in_no_error()
    {
        var wire = new Wire().Always("/token", """{"error":{"code":401,"status":"Unauthorized","reason":"the-secret is wrong"}}""", System.Net.HttpStatusCode.Unauthorized);
        var exception = await Clients.FailsAsync(
            OAuthFailure.ErrorResponse, () => Clients.Create<IAdministration>(wire).IntrospectTokenAsync(new() { Token = "a-token" }));

        Assert.Equal("Unauthorized", exception.Error);
        Assert.DoesNotContain("the-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("two words")]
    [InlineData("a\r\nX-Forged: 1")]
    public async Task A_token_of_its_own_that_is_none_is_refused_at_the_start(string? secret) => await Clients.FailsAsync(
        OAuthFailure.InvalidConfiguration,
        () => Task.FromResult(Clients.Create<IAdministration>(new Wire(), options => options.ClientSecret = secret)));

    [Fact]
    public async Task A_client_secret_is_no_bearer_token_of_one_message() => await Clients.FailsAsync(
        OAuthFailure.InvalidConfiguration, () => Task.FromResult(Clients.Create<ISecretAsBearer>(new Wire())));

    private static async Task<WireRequest> SendAsync<T>(Action<OAuthClientOptions>? configure = null)
        where T : class, IOAuthProvider<T>, IClientCredentialsGrant
    {
        var wire = new Wire().Always("/token", Token);
        await Clients.Create<T>(wire, options =>
        {
            if (T.Declaration.Provider.ClientAuthentication == ClientAuthenticationMethod.None)
            {
                options.ClientSecret = null;
            }

            configure?.Invoke(options);
        }).RequestClientTokenAsync();
        return wire.Last;
    }
}
