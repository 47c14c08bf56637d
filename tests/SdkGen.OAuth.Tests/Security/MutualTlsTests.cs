using System.Buffers.Text;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>RFC 8705: the client proves itself, or that a token is its own, by the certificate of the connection.</summary>
public sealed partial class MutualTlsTests
{
    private const string Token = """{"access_token":"at","token_type":"Bearer"}""";
    private const string Alias = "https://mtls.example.com";

    private static readonly Uri Callback = new("https://app.example.com/callback");

    [OAuthProvider(TokenEndpoint = "https://id.example.com/token", PublicClient = PublicClientBehavior.BasicWithEmptySecret)]
    public partial interface IUndecided : IClientCredentialsGrant;

    [OAuthProvider(TestIssuer.Issuer, ClientAuthentication = ClientAuthenticationMethod.TlsClientAuth)]
    public partial interface IByCertificate : IClientCredentialsGrant, IUserInfoEndpoint, IRevocationEndpoint;

    [OAuthProvider(TestIssuer.Issuer, ClientAuthentication = ClientAuthenticationMethod.SelfSignedTlsClientAuth, SenderConstraint = SenderConstraint.MutualTls)]
    public partial interface ISelfSigned : IClientCredentialsGrant, IUserInfoEndpoint;

    [OAuthProvider(TestIssuer.Issuer, ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt, SenderConstraint = SenderConstraint.MutualTls)]
    public partial interface IKeyed : IClientCredentialsGrant, IAuthorizationCodeGrant, IPushedAuthorizationRequestEndpoint, IRefreshTokenGrant;

    [OAuthProvider(
        TokenEndpoint = "https://a.example/token",
        RevocationEndpoint = "https://a.example/revoke",
        ClientAuthentication = ClientAuthenticationMethod.TlsClientAuth)]
    [OAuthRequest(OAuthMessage.Token, MutualTlsEndpoint = "https://mtls.a.example/token")]
    public partial interface IDeclared : IClientCredentialsGrant, IRevocationEndpoint;

    [OAuthProvider(TokenEndpoint = "https://{host}/token", ClientAuthentication = ClientAuthenticationMethod.SelfSignedTlsClientAuth)]
    public partial interface ILocal : IClientCredentialsGrant;


    [Fact]
    public async Task MT_01_the_body_has_the_id_and_no_secret()
    {
        var wire = Wire();
        await Client<IByCertificate>(wire).RequestClientTokenAsync();

        Assert.Equal(["client_id", "grant_type"], wire.Last.Fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Null(wire.Last.Authorization);
    }

    [Fact]
    public async Task A_client_with_nothing_but_a_certificate_is_no_public_client()
    {
        using var certificate = Certificates.Create();
        var wire = new Wire().Always("/token", Token);
        await Clients.Create<IUndecided>(wire, options => (options.ClientSecret, options.ClientCertificate) = (null, certificate)).RequestClientTokenAsync();

        Assert.Equal("client-1", wire.Last.Fields["client_id"].Single());
        Assert.Null(wire.Last.Authorization);
    }

    [Fact]
    public async Task MT_01_the_connection_has_the_certificate()
    {
        using var certificate = Certificates.Create();
        await using var server = await TlsServer.StartAsync((_, _) => Token);
        var handler = server.Trusting();
        handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true);
        await Clients.Create<ILocal>(
            new(),
            options => (options.ClientSecret, options.ClientCertificate, options.BackchannelHandler) = (null, certificate, handler),
            variables: [("Host", server.Address.Authority)]).RequestClientTokenAsync();

        var (_, thumbprint, body, _) = Assert.Single(server.Requests);
        Assert.Equal(CertificateHash(certificate), thumbprint);
        Assert.Equal("client_id=client-1", string.Join('&', body.Split('&').Where(field => field.StartsWith("client", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task MT_08_a_handler_with_a_certificate_is_one_clients_own()
    {
        using var certificate = Certificates.Create();
        await using var server = await TlsServer.StartAsync((_, _) => "ok");
        using var presenting = SdkGen.OAuth.Http.BackChannelHandler.CreateWith(certificate);
        using var plain = SdkGen.OAuth.Http.BackChannelHandler.CreateDefault();
        foreach (var handler in new[] { presenting, plain })
        {
            handler.SslOptions.RemoteCertificateValidationCallback = server.IsItself;
            using var http = new HttpClient(handler, disposeHandler: false);
            await http.GetStringAsync(server.Address);
        }

        Assert.Equal([CertificateHash(certificate), null], server.Requests.Select(request => request.Thumbprint));
    }

    [Fact]
    public async Task MT_02_and_DS_12_aliases_are_used_where_there_are_some_and_the_endpoints_elsewhere()
    {
        var wire = Wire(metadata => metadata["mtls_endpoint_aliases"] = new JsonObject
        {
            ["token_endpoint"] = Alias + "/token",
            ["userinfo_endpoint"] = Alias + "/me",
        });
        var client = Client<IByCertificate>(wire);
        var token = await client.RequestClientTokenAsync();
        await client.RevokeTokenAsync(token);
        await client.GetUserInfoAsync(token);

        Assert.Equal(
            [Alias + "/token", TestIssuer.Issuer + "/revoke", Alias + "/me"],
            wire.Requests.Where(request => request.Uri.AbsolutePath.Length < 10).Select(request => request.Uri.AbsoluteUri));
    }

    [Fact]
    public async Task MT_02_without_a_certificate_no_alias_is_used()
    {
        var wire = Wire(metadata => metadata["mtls_endpoint_aliases"] = new JsonObject { ["token_endpoint"] = Alias + "/token" });
        await Clients.Create<IIdp>(wire).RequestClientTokenAsync();

        Assert.Equal(TestIssuer.Issuer + "/token", wire.Last.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task MT_02_and_MT_04_a_pushed_request_goes_to_its_alias()
    {
        var wire = Wire(metadata => metadata["mtls_endpoint_aliases"] = new JsonObject { ["pushed_authorization_request_endpoint"] = Alias + "/par" });
        var client = KeyClient(wire);
        await client.CreateAuthorizationRequestAsync(new() { RedirectUri = Callback });

        Assert.Equal(Alias + "/par", wire.Last.Uri.AbsoluteUri);
        Assert.NotEmpty(wire.Last.Fields["client_assertion"]);
    }

    [Fact]
    public async Task MT_02_a_declared_alias_is_used()
    {
        var wire = Wire();
        var client = Client<IDeclared>(wire);
        var token = await client.RequestClientTokenAsync();
        await client.RevokeTokenAsync(token);

        Assert.Equal(["https://mtls.a.example/token", "https://a.example/revoke"], wire.Requests.Select(request => request.Uri.AbsoluteUri));
    }

    [Fact]
    public async Task An_alias_in_clear_text_is_refused() =>
        await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, () => Client<IByCertificate>(Wire(
            metadata => metadata["mtls_endpoint_aliases"] = new JsonObject { ["token_endpoint"] = "http://mtls.example.com/token" })).RequestClientTokenAsync());

    [Fact]
    public async Task MT_03_and_MT_06_an_assertion_is_sent_all_the_same_and_is_for_the_issuer_at_the_alias_too()
    {
        var wire = Wire(metadata => metadata["mtls_endpoint_aliases"] = new JsonObject { ["token_endpoint"] = Alias + "/token" });
        var token = await KeyClient(wire).RequestClientTokenAsync();
        var claims = JsonElement.Parse(Base64Url.DecodeFromChars(wire.Last.Fields["client_assertion"].Single().Split('.')[1]));

        Assert.Equal(Alias + "/token", wire.Last.Uri.AbsoluteUri);
        Assert.Equal(TestIssuer.Issuer, claims.GetProperty("aud").GetString());
        Assert.NotNull(token.KeyThumbprint);
    }

    [Fact]
    public async Task MT_05_the_thumbprint_is_the_hash_of_the_certificate()
    {
        using var certificate = Certificates.Create();
        var token = await Client<ISelfSigned>(Wire(), certificate).RequestClientTokenAsync();

        Assert.Equal(CertificateHash(certificate), token.KeyThumbprint);
        Assert.Equal("Bearer", token.TokenType);
    }

    [Fact]
    public async Task MT_05_a_token_that_can_be_read_has_to_say_that_it_is_bound_to_the_certificate()
    {
        using var issuer = new TestIssuer();
        using var certificate = Certificates.Create();
        using var other = Certificates.Create();

        Assert.NotNull(await RequestAsync(new() { ["x5t#S256"] = CertificateHash(certificate) }));
        await Clients.FailsAsync(OAuthFailure.BoundToOtherKey, () => RequestAsync(new() { ["x5t#S256"] = CertificateHash(other) }));
        await Clients.FailsAsync(OAuthFailure.TokenNotBound, () => RequestAsync(new() { ["jkt"] = "a" }));
        await Clients.FailsAsync(OAuthFailure.TokenNotBound, () => RequestAsync(null));

        Task<TokenResponse> RequestAsync(JsonObject? confirmation)
        {
            var jwt = issuer.Sign(new() { ["sub"] = "a", ["cnf"] = confirmation });
            return Client<ISelfSigned>(Wire(token: $$"""{"access_token":"{{jwt}}","token_type":"Bearer"}"""), certificate).RequestClientTokenAsync();
        }
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(null, false)]
    public async Task A_provider_that_announces_not_to_bind_tokens_is_asked_for_none(bool? announced, bool isRefused)
    {
        var wire = Wire(metadata => metadata["tls_client_certificate_bound_access_tokens"] = announced);
        var call = () => Client<ISelfSigned>(wire).RequestClientTokenAsync();
        if (isRefused)
        {
            await Clients.FailsAsync(OAuthFailure.CertificateBindingNotSupported, call);
            Assert.DoesNotContain(wire.Requests, request => request.Method == "POST");
        }
        else
        {
            Assert.Equal("at", (await call()).AccessToken);
        }
    }

    [Fact]
    public async Task RF_12_a_refresh_keeps_the_binding()
    {
        using var certificate = Certificates.Create();
        var wire = Wire();
        var client = KeyClient(wire, certificate);
        var token = await client.RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = "rt" });
        var refreshed = await client.RefreshTokenAsync(token);

        Assert.Equal(CertificateHash(certificate), refreshed.KeyThumbprint);
    }

    [Fact]
    public void MT_07_a_certificate_that_cannot_be_presented_is_a_mistake_in_the_options()
    {
        using var certificate = Certificates.Create();
        using var half = X509CertificateLoader.LoadCertificate(certificate.RawData);
        using var old = Certificates.Create(age: TimeSpan.FromDays(3));
        using var early = Certificates.Create(age: TimeSpan.FromDays(-1));

        Assert.Contains("private key", Refusal(half), StringComparison.Ordinal);
        Assert.Contains("expired", Refusal(old), StringComparison.Ordinal);
        Assert.Contains("not valid before", Refusal(early), StringComparison.Ordinal);
        Assert.Contains("missing", Refusal(null), StringComparison.Ordinal);

        static string Refusal(X509Certificate2? certificate)
        {
            var exception = Assert.Throws<OAuthException>(() => Clients.Create<IByCertificate>(
                new(), options => (options.ClientSecret, options.ClientCertificate) = (null, certificate)));
            Assert.Equal(OAuthFailure.InvalidConfiguration, exception.Failure);
            Assert.Contains("ClientCertificate", exception.Message, StringComparison.Ordinal);
            return exception.Message;
        }
    }

    [Fact]
    public void MT_07_a_provider_that_binds_tokens_to_it_needs_it_too() =>
        Assert.Contains(
            "binds access tokens",
            Assert.Throws<OAuthException>(() => Clients.Create<IKeyed>(new(), options => (options.ClientSecret, options.ClientKey) = (null, ClientKey.Create()))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_secret_beside_the_certificate_would_never_be_sent() =>
        Assert.Contains(
            "leave it out",
            Assert.Throws<OAuthException>(() => Clients.Create<IByCertificate>(new(), options => options.ClientCertificate = Certificates.Create())).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_handler_of_ones_own_that_presents_no_certificate_is_a_mistake_in_the_options() =>
        Assert.Contains(
            "presents no certificate",
            Assert.Throws<OAuthException>(() => Clients.Create<IByCertificate>(new(), options =>
            {
                options.ClientSecret = null;
                options.ClientCertificate = Certificates.Create();
                options.BackchannelHandler = new SocketsHttpHandler();
            })).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task The_configuration_holds_certificate_and_key_in_one_PEM()
    {
        using var certificate = Certificates.Create();
        var token = await Clients.Create<ISelfSigned>(
            Wire(), options => options.ClientSecret = null, variables: [("ClientCertificate", Certificates.Pem(certificate))]).RequestClientTokenAsync();

        Assert.Equal(CertificateHash(certificate), token.KeyThumbprint);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public void A_certificate_in_the_configuration_that_is_none_says_so_without_quoting_it(string text)
    {
        var exception = Assert.Throws<OAuthException>(() => Clients.Create<ISelfSigned>(new(), variables: [("ClientCertificate", text)]));

        Assert.Equal(OAuthFailure.InvalidConfiguration, exception.Failure);
        Assert.DoesNotContain(text, exception.ToString(), StringComparison.Ordinal);
    }

    private static T Client<T>(Wire wire, X509Certificate2? certificate = null)
        where T : class, IOAuthProvider<T> =>
        Clients.Create<T>(wire, options => (options.ClientSecret, options.ClientCertificate) = (null, certificate ?? Certificates.Create()));

    private static IKeyed KeyClient(Wire wire, X509Certificate2? certificate = null) => Clients.Create<IKeyed>(wire, options =>
    {
        options.ClientSecret = null;
        options.ClientKey = ClientKey.Create();
        options.ClientCertificate = certificate ?? Certificates.Create();
    });

    private static string CertificateHash(X509Certificate2 certificate) => Base64Url.EncodeToString(SHA256.HashData(certificate.RawData));

    private static Wire Wire(Action<JsonObject>? change = null, string token = Token) => new Wire()
        .Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
        {
            metadata["pushed_authorization_request_endpoint"] = TestIssuer.Issuer + "/par";
            change?.Invoke(metadata);
        }))
        .Always("/par", """{"request_uri":"urn:a","expires_in":60}""", System.Net.HttpStatusCode.Created)
        .Always("/revoke", "")
        .Always("/me", """{"sub":"user-1"}""")
        .Always("/token", token);
}
