namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What <see cref="TokenResponse.CreateHandler"/> makes: a handler that sends the token to one host, and refuses what it cannot do safely.</summary>
public sealed class TokenHandlerTests
{
    private static readonly Uri Api = new("https://orders.example.com");

    [Theory]
    [InlineData("http://orders.example.com")]
    [InlineData("ftp://orders.example.com")]
    [InlineData("/orders")]
    public void A_handler_is_for_an_API_with_https(string api) => Assert.Equal(
        "The address of the API is absolute and https, or http on this machine (RFC 6750 section 5.3). (Parameter 'api')",
        Assert.Throws<ArgumentException>(() => new TokenResponse { AccessToken = "at" }.CreateHandler(new(api, UriKind.RelativeOrAbsolute))).Message);

    [Fact]
    public async Task The_token_goes_to_the_host_of_the_API_and_to_no_other()
    {
        var wire = new Wire().Always("/7", "{}");
        using var http = new HttpClient(new TokenResponse { AccessToken = "at" }.CreateHandler(Api, wire));
        await http.GetAsync(new Uri(Api, "/7"));
        Assert.Equal("Bearer at", wire.Last.Authorization);

        var exception = await Clients.FailsAsync(OAuthFailure.HostNotAllowed, () => http.GetAsync(new Uri("https://evil.example/7")));
        Assert.Equal(
            "the API: the access token of the API's HTTP client is for https://orders.example.com; a request to https://evil.example must not "
            + "carry it (RFC 9700 section 4.10).",
            exception.Message);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task A_token_whose_key_is_not_there_is_not_sent()
    {
        var wire = new Wire();
        using var http = new HttpClient(new TokenResponse { AccessToken = "at", TokenType = "DPoP" }.CreateHandler(Api, wire));
        await Clients.FailsAsync(OAuthFailure.BoundToOtherKey, () => http.GetAsync(new Uri(Api, "/7")));

        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task A_handler_that_cannot_present_the_certificate_of_the_token_is_refused()
    {
        using var certificate = Certificates.Create();
        var wire = new Wire().Always("/token", """{"access_token":"at","token_type":"Bearer"}""");
        var token = await Clients.Create<Tokens.BoundTokenTests.IByCertificate>(
            wire, options => (options.ClientSecret, options.ClientCertificate) = (null, certificate), variables: [("Host", "id.example.com")]).RequestClientTokenAsync();

        Assert.Equal(
            "A handler of this kind cannot be given a certificate: leave it out, or use SocketsHttpHandler. (Parameter 'inner')",
            Assert.Throws<ArgumentException>(() => token.CreateHandler(Api, wire)).Message);
    }
}
