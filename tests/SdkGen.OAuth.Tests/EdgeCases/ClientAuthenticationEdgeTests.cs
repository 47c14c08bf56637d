using System.Net;

namespace SdkGen.OAuth.Tests.EdgeCases;

/// <summary>Client authentication at its edges: once, nowhere else, and never carried on.</summary>
public sealed partial class ClientAuthenticationEdgeTests
{
    private const string Token = """{"access_token":"at","token_type":"Bearer"}""";

    [OAuthProvider(
        AuthorizationEndpoint = "https://a.example/auth",
        PushedAuthorizationRequestEndpoint = "https://a.example/par",
        TokenEndpoint = "https://a.example/token",
        RevocationEndpoint = "https://a.example/revoke",
        IntrospectionEndpoint = "https://a.example/introspect",
        ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
    public partial interface IPushing :
        IAuthorizationCodeGrant, IClientCredentialsGrant, IPushedAuthorizationRequestEndpoint, IRevocationEndpoint, IIntrospectionEndpoint;

    [Fact]
    public async Task CA_06_an_empty_secret_is_refused_at_the_start() => await Clients.FailsAsync(
        OAuthFailure.InvalidConfiguration, () => Task.FromResult(Clients.Create<IPlain>(new Wire(), options => options.ClientSecret = "")));

    [Fact]
    public async Task CA_17_and_CA_22_a_request_authenticates_in_one_place_and_never_in_its_URL()
    {
        var wire = Everywhere();
        await SendAllAsync(Clients.Create<IPushing>(wire));

        Assert.Equal(4, wire.Requests.Count);
        Assert.All(wire.Requests, request =>
        {
            Assert.StartsWith("Basic ", request.Authorization, StringComparison.Ordinal);
            Assert.Empty(request.Fields["client_secret"].Concat(request.Fields["client_assertion"]));
            Assert.Empty(request.Query);
        });
    }

    [Fact]
    public async Task CA_24_an_id_beside_the_header_is_the_same_id()
    {
        var wire = Everywhere();
        await Clients.Create<IPushing>(wire).CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") });

        Assert.Equal(TestIssuer.ClientId, Assert.Single(wire.Last.Fields["client_id"]));
    }

    [Theory]
    [InlineData("client_secret")]
    [InlineData("client_assertion")]
    [InlineData("grant_type")]
    public void CA_18_and_CA_19_no_parameter_of_the_callers_own_replaces_what_the_protocol_sends(string name) =>
        Assert.Throws<ArgumentException>(() => new OAuthParameters { { name, "x" } });

    [Fact]
    public async Task CA_20_a_parameter_with_several_values_is_sent_with_all_of_them()
    {
        var wire = Everywhere();
        await Clients.Create<IPushing>(wire).RequestClientTokenAsync(new()
        {
            Resources = ["https://one.example/", "https://two.example/"],
            Additional = new() { { "tag", "a" }, { "tag", "b" } },
        });

        Assert.Equal(["https://one.example/", "https://two.example/"], wire.Last.Fields["resource"]);
        Assert.Equal(["a", "b"], wire.Last.Fields["tag"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.SeeOther)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    [InlineData(HttpStatusCode.PermanentRedirect)]
    public async Task CA_26_no_authenticated_request_follows_a_redirect(HttpStatusCode status)
    {
        var wire = new Wire();
        foreach (var path in new[] { "/token", "/revoke", "/introspect", "/par" })
        {
            wire.Always(path, _ =>
            {
                var reply = Wire.Reply("", status);
                reply.Headers.Location = new("https://evil.example/token");
                return reply;
            });
        }

        var client = Clients.Create<IPushing>(wire);
        await Clients.FailsAsync(OAuthFailure.RedirectRefused, () => client.RequestClientTokenAsync());
        await Clients.FailsAsync(OAuthFailure.RedirectRefused, () => client.RevokeTokenAsync(new RevocationRequest { Token = "at" }));
        await Clients.FailsAsync(OAuthFailure.RedirectRefused, () => client.IntrospectTokenAsync(new IntrospectionRequest { Token = "at" }));
        await Clients.FailsAsync(OAuthFailure.RedirectRefused, () => client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") }));
        Assert.All(wire.Requests, request => Assert.Equal("a.example", request.Uri.Host));
    }

    private static Wire Everywhere() => new Wire()
        .Always("/token", Token)
        .Always("/revoke", "")
        .Always("/introspect", """{"active":true}""")
        .Always("/par", """{"request_uri":"urn:r","expires_in":60}""", HttpStatusCode.Created);

    private static async Task SendAllAsync(IPushing client)
    {
        await client.RequestClientTokenAsync();
        await client.RevokeTokenAsync(new RevocationRequest { Token = "at" });
        await client.IntrospectTokenAsync(new IntrospectionRequest { Token = "at" });
        await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") });
    }
}
