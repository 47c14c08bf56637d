namespace SdkGen.OAuth.Tests.EdgeCases;

/// <summary>Discovery (OpenID Connect Discovery 1.0, RFC 8414): the DS rows about addresses, and about what metadata may say.</summary>
public sealed class DiscoveryEdgeTests
{
    private const string Token = """{"access_token":"at","token_type":"Bearer"}""";

    [Theory]
    [InlineData("DS-01", "https://op.example/x/", "/x/.well-known/openid-configuration", "/.well-known/oauth-authorization-server/x")]
    [InlineData("DS-02", "https://op.example/issuer1", "/issuer1/.well-known/openid-configuration", "/.well-known/oauth-authorization-server/issuer1")]
    [InlineData("DS-03", "https://op.example/issuer1/", "/issuer1/.well-known/openid-configuration", "/.well-known/oauth-authorization-server/issuer1")]
    [InlineData("DS-04", "https://op.example", "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")]
    [InlineData("DS-04", "https://op.example/", "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")]
    public async Task Metadata_are_looked_for_where_the_two_standards_put_them(string id, string issuer, string first, string second)
    {
        Assert.NotEmpty(id);
        var wire = new Wire();

        await Clients.FailsAsync(OAuthFailure.DiscoveryFailed, () => Client(wire, issuer).RequestClientTokenAsync());

        Assert.Equal([first, second], wire.Requests.Select(request => request.Uri.AbsolutePath));
    }

    [Theory]
    [InlineData("https://op.example?tenant=1")]
    [InlineData("https://op.example#x")]
    [InlineData("http://op.example")]
    [InlineData("ftp://op.example")]
    public void DS_08_an_issuer_with_query_or_fragment_or_without_TLS_is_refused_before_anything_is_sent(string issuer)
    {
        var exception = Assert.Throws<OAuthException>(() => Client(new Wire(), issuer));

        Assert.Equal(OAuthFailure.InvalidConfiguration, exception.Failure);
    }

    [Fact]
    public async Task DS_13_a_provider_that_does_not_announce_iss_need_not_send_it()
    {
        var wire = Wire(TestIssuer.Metadata("https://op.example"));
        var client = Client(wire, "https://op.example");
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") });

        Assert.NotNull(await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));
    }

    [Fact]
    public async Task DS_15_endpoints_may_be_on_other_hosts_than_the_issuer()
    {
        var wire = Wire(TestIssuer.Metadata("https://op.example", metadata => metadata["token_endpoint"] = "https://tokens.example.net/token"));

        await Client(wire, "https://op.example").RequestClientTokenAsync();

        Assert.Equal("tokens.example.net", wire.Last.Uri.Host);
    }

    [Fact]
    public async Task DS_16_metadata_at_an_address_of_their_own_are_compared_with_the_issuer_all_the_same()
    {
        await Clients.Create<IElsewhere>(new Wire().Always("/idp.json", TestIssuer.Metadata()).Always("/token", Token)).RequestClientTokenAsync();

        await Clients.FailsAsync(OAuthFailure.DiscoveryIssuerMismatch, () => Clients.Create<IElsewhere>(
            new Wire().Always("/idp.json", TestIssuer.Metadata("https://tenant.b2clogin.example"))).RequestClientTokenAsync());
    }

    [Fact]
    public async Task DS_18_an_issuer_that_names_its_tenant_otherwise_is_refused() => await Clients.FailsAsync(
        OAuthFailure.DiscoveryIssuerMismatch,
        () => Client(Wire(TestIssuer.Metadata("https://login.example/11111111-2222/v2.0/")), "https://tenant.b2clogin.example/policy/v2.0").RequestClientTokenAsync());

    [Fact]
    public async Task HT_02_an_issuer_is_a_text_and_no_URI()
    {
        const string issuer = "https://OP.example/Path";
        var wire = Wire(TestIssuer.Metadata(issuer)).Always("/Path/.well-known/openid-configuration", TestIssuer.Metadata(issuer)).Always("/Path/token", Token);

        Assert.NotNull(await Client(wire, issuer).RequestClientTokenAsync());
        await Clients.FailsAsync(OAuthFailure.DiscoveryIssuerMismatch, () => Client(wire, "https://op.example/Path").RequestClientTokenAsync());
    }

    private static IAnywhere Client(Wire wire, string issuer) => Clients.Create<IAnywhere>(wire, variables: ("Issuer", issuer));

    private static Wire Wire(string metadata) => new Wire()
        .Always("/.well-known/openid-configuration", metadata).Always("/policy/v2.0/.well-known/openid-configuration", metadata).Always("/token", Token);
}
