using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>RFC 7523 section 2.2: the client proves itself by a JWT that it signs, with its key or with its secret.</summary>
public sealed partial class ClientAssertionTests
{
    private const string Token = """{"access_token":"at","token_type":"Bearer"}""";
    private const string LongSecret = "a-secret-that-is-long-enough-to-sign-with";

    [OAuthProvider("https://id.example.com", ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
    public partial interface IKeyed : IClientCredentialsGrant, IRevocationEndpoint;

    [OAuthProvider("https://id.example.com", ClientAuthentication = ClientAuthenticationMethod.ClientSecretJwt)]
    public partial interface ISecretJwt : IClientCredentialsGrant;

    [OAuthProvider(TokenEndpoint = "https://a.example/token", ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
    public partial interface IWithoutIssuer : IClientCredentialsGrant;

    [OAuthProvider(TokenEndpoint = "https://a.example/token", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
    [OAuthRequest(OAuthMessage.ClientCredentials, ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
    public partial interface IKeyForOneMessage : IClientCredentialsGrant;

    [OAuthProvider(RevocationEndpoint = "https://a.example/revoke", ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
    public partial interface IWithoutAudience : IRevocationEndpoint;

    [OAuthProvider("https://id.example.com", ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
    [OAuthClientAssertion(Issuer = "{teamId}", Audience = "https://apple.example", Type = "", Algorithms = ["ES256"], Lifetime = 300)]
    [OAuthParameter("client_assertion", As = "client_secret")]
    [OAuthParameter("client_assertion_type", Omit = true)]
    public partial interface IApple : IClientCredentialsGrant;

    [OAuthProvider("https://id.example.com", ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
    [OAuthClientAssertion(Audience = "{audience?}")]
    public partial interface IAddressed : IClientCredentialsGrant;

    [Theory]
    [InlineData(null, "https://id.example.com")]
    [InlineData("https://elsewhere.example", "https://elsewhere.example")]
    public async Task An_audience_that_is_left_open_is_the_issuer(string? stated, string audience)
    {
        var wire = Wire();
        await Clients.Create<IAddressed>(wire, UseKey(ECDsaKey()), variables: stated is null ? [] : [("Audience", stated)]).RequestClientTokenAsync();

        Assert.Equal(audience, Part(wire.Last, 1).GetProperty("aud").GetString());
    }

    [Fact]
    public async Task CA_11_what_a_provider_wants_differently_is_declared()
    {
        var wire = Wire();
        await Clients.Create<IApple>(wire, UseKey(ECDsaKey()), variables: [("TeamId", "team-1")]).RequestClientTokenAsync();

        Assert.Equal(["client_id", "client_secret", "grant_type"], wire.Last.Fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["alg"], Part(wire.Last, 0, "client_secret").EnumerateObject().Select(member => member.Name));
        var claims = Part(wire.Last, 1, "client_secret");
        Assert.Equal("team-1", claims.GetProperty("iss").GetString());
        Assert.Equal("client-1", claims.GetProperty("sub").GetString());
        Assert.Equal("https://apple.example", claims.GetProperty("aud").GetString());
        Assert.Equal(300, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
    }

    [Fact]
    public async Task CA_09_the_body_has_the_assertion_and_the_id_and_there_is_no_header()
    {
        var request = await SendAsync<IKeyed>();

        Assert.Null(request.Authorization);
        Assert.Equal(["client_assertion", "client_assertion_type", "client_id", "grant_type"], request.Fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", request.Fields["client_assertion_type"].Single());
    }

    [Fact]
    public async Task CA_10_it_is_for_the_issuer_as_one_text_and_good_for_a_minute()
    {
        var claims = Claims(await SendAsync<IKeyed>());

        Assert.Equal("client-1", claims.GetProperty("iss").GetString());
        Assert.Equal("client-1", claims.GetProperty("sub").GetString());
        Assert.Equal("https://id.example.com", claims.GetProperty("aud").GetString());
        Assert.Equal(60, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
        Assert.Equal(claims.GetProperty("iat").GetInt64(), claims.GetProperty("nbf").GetInt64());
        Assert.Equal(43, claims.GetProperty("jti").GetString()!.Length);
    }

    [Fact]
    public async Task Without_an_issuer_it_is_for_the_token_endpoint() =>
        Assert.Equal("https://a.example/token", Claims(await SendAsync<IWithoutIssuer>()).GetProperty("aud").GetString());

    [Fact]
    public async Task CA_13_every_request_has_an_assertion_of_its_own()
    {
        var wire = Wire();
        var client = Clients.Create<IKeyed>(wire, UseKey(ECDsaKey()));
        await client.RequestClientTokenAsync();
        await client.RequestClientTokenAsync();
        await client.RevokeTokenAsync(new RevocationRequest { Token = "at" });

        var ids = wire.Requests.Where(request => request.Method == "POST").Select(request => Claims(request).GetProperty("jti").GetString()).ToList();
        Assert.Equal(3, ids.Count);
        Assert.Equal(3, ids.Distinct().Count());
    }

    public static TheoryData<string, string?> Algorithms { get; } = new()
    {
        { "P-256", null }, { "P-384", null }, { "P-521", null },
        { "RSA", null }, { "RSA", "RS256" }, { "RSA", "PS256" }, { "RSA", "RS512" }, { "RSA", "PS384" },
    };

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task Others_can_verify_what_a_key_signs(string kind, string? algorithm)
    {
        using var rsa = Keys.Rsa();
        using var ec = ECDsa.Create(kind switch { "P-384" => ECCurve.NamedCurves.nistP384, "P-521" => ECCurve.NamedCurves.nistP521, _ => ECCurve.NamedCurves.nistP256 });
        var key = kind == "RSA" ? ClientKey.From(rsa, "key-1", algorithm) : ClientKey.From(ec, "key-1");
        var request = await SendAsync<IKeyed>(UseKey(key));

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(request.Fields["client_assertion"].Single(), new()
        {
            ValidIssuer = "client-1",
            ValidAudience = "https://id.example.com",
            IssuerSigningKey = kind == "RSA" ? new RsaSecurityKey(rsa) { KeyId = "key-1" } : new ECDsaSecurityKey(ec) { KeyId = "key-1" },
            CryptoProviderFactory = new() { CacheSignatureProviders = false },
            ClockSkew = TimeSpan.FromDays(10_000),
        });

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(algorithm ?? key.SupportedAlgorithms[0], ((JsonWebToken)result.SecurityToken).Alg);
        Assert.Equal("key-1", ((JsonWebToken)result.SecurityToken).Kid);
    }

    [Fact]
    public async Task CA_14_the_algorithm_is_one_that_the_provider_announces()
    {
        using var rsa = Keys.Rsa();
        var request = await SendAsync<IKeyed>(UseKey(ClientKey.From(rsa)), metadata => metadata["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray("ES256", "PS256"));

        Assert.Equal("PS256", Header(request).GetProperty("alg").GetString());
    }

    [Fact]
    public async Task A_key_whose_signatures_the_provider_does_not_take_is_not_used()
    {
        var wire = Wire(metadata => metadata["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray("RS256"));
        var exception = await Clients.FailsAsync(
            OAuthFailure.InvalidConfiguration, () => Clients.Create<IKeyed>(wire, UseKey(ECDsaKey())).RequestClientTokenAsync());

        Assert.Contains("RS256", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wire.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task CA_12_without_an_id_the_header_has_none()
    {
        var header = Header(await SendAsync<IKeyed>());

        Assert.Equal(["alg", "typ"], header.EnumerateObject().Select(member => member.Name));
        Assert.Equal("client-authentication+jwt", header.GetProperty("typ").GetString());
    }

    [Fact]
    public async Task A_certificate_is_named_by_its_thumbprint()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=client", ec, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var header = Header(await SendAsync<IKeyed>(UseKey(ClientKey.FromCertificate(certificate))));

        Assert.Equal(Base64UrlEncoder.Encode(SHA256.HashData(certificate.RawData)), header.GetProperty("x5t#S256").GetString());
    }

    [Fact]
    public async Task A_secret_signs_with_HS256()
    {
        var request = await SendAsync<ISecretJwt>(options => options.ClientSecret = LongSecret);
        var parts = request.Fields["client_assertion"].Single().Split('.');

        Assert.Equal("HS256", Header(request).GetProperty("alg").GetString());
        Assert.Equal(Base64UrlEncoder.Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(LongSecret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"))), parts[2]);
        Assert.Empty(request.Fields["client_secret"]);
    }

    [Fact]
    public void A_secret_that_is_too_short_to_sign_with_is_refused() =>
        Assert.Contains(
            "32 bytes",
            Assert.Throws<OAuthException>(() => Clients.Create<ISecretJwt>(Wire(), options => options.ClientSecret = "short")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_provider_that_wants_a_key_is_refused_without_one() =>
        Assert.Contains(
            "ClientKey is missing",
            Assert.Throws<OAuthException>(() => Clients.Create<IKeyed>(Wire())).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_message_that_wants_a_key_is_refused_without_one() =>
        Assert.Contains(
            "ClientKey is missing",
            (await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, () => Clients.Create<IKeyForOneMessage>(Wire()).RequestClientTokenAsync())).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_key_that_would_never_be_used_is_refused() =>
        Assert.Contains(
            "ClientKey is stated",
            Assert.Throws<OAuthException>(() => Clients.Create<ISecretJwt>(Wire(), options => (options.ClientSecret, options.ClientKey) = (LongSecret, ECDsaKey()))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(null, true, false, "client_assertion")]
    [InlineData("client_secret_basic private_key_jwt", true, true, "client_assertion")]
    [InlineData("client_secret_post", true, true, "client_secret")]
    [InlineData("", true, true, "client_assertion")]
    [InlineData("client_secret_jwt", false, true, "client_assertion")]
    [InlineData("client_secret_jwt client_secret_post", false, true, "client_secret")]
    [InlineData("client_secret_jwt private_key_jwt", false, true, "client_assertion")]
    public async Task The_metadata_choose_between_key_and_secret(string? announced, bool hasKey, bool hasSecret, string sent)
    {
        var request = await SendAsync<IIdp>(
            options => (options.ClientKey, options.ClientSecret) = (hasKey ? ECDsaKey() : null, hasSecret ? LongSecret : null),
            metadata => metadata["token_endpoint_auth_methods_supported"] = announced is null ? null : List(announced));

        Assert.NotEmpty(request.Fields[sent]);
    }

    [Theory]
    [InlineData("client_secret_basic client_secret_jwt", true, false, "client key")]
    [InlineData("tls_client_auth", false, true, "client secret")]
    public async Task A_proof_that_the_provider_does_not_announce_is_not_sent(string announced, bool hasKey, bool hasSecret, string named)
    {
        var wire = Wire(metadata => metadata["token_endpoint_auth_methods_supported"] = List(announced));
        var client = Clients.Create<IIdp>(wire, options => (options.ClientKey, options.ClientSecret) = (hasKey ? ECDsaKey() : null, hasSecret ? LongSecret : null));
        var exception = await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, () => client.RequestClientTokenAsync());

        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wire.Requests, request => request.Method == "POST");
    }

    [Theory]
    [InlineData("RFC 7518 section 3.2", "a-secret-of-thirty-two-bytes-xxx", true)]
    [InlineData("RFC 7518 section 3.2", "a-secret-of-thirty-one-bytes-xx", false)]
    [InlineData("bytes, not letters", "éééééééééééééééé", true)]
    public async Task A_secret_signs_if_it_has_32_bytes(string id, string secret, bool signs)
    {
        Assert.NotEmpty(id);
        var wire = Wire(metadata => metadata["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_jwt"));
        var announced = () => Clients.Create<IIdp>(wire, options => options.ClientSecret = secret).RequestClientTokenAsync();
        var declared = () => Clients.Create<ISecretJwt>(wire, options => options.ClientSecret = secret).RequestClientTokenAsync();
        foreach (var request in new[] { announced, declared })
        {
            if (signs)
            {
                Assert.Equal("at", (await request()).AccessToken);
            }
            else
            {
                Assert.Contains("32 bytes", (await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, request)).Message, StringComparison.Ordinal);
            }
        }

        Assert.Equal(signs ? 2 : 0, wire.Requests.Count(request => request.Method == "POST"));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("RS256 HS256", true)]
    [InlineData("RS256 HS512", false)]
    public async Task CA_14_a_secret_signs_where_the_provider_takes_HS256(string? announced, bool signs)
    {
        var wire = Wire(metadata => metadata["token_endpoint_auth_signing_alg_values_supported"] = announced is null ? null : List(announced));
        var request = () => Clients.Create<ISecretJwt>(wire, options => options.ClientSecret = LongSecret).RequestClientTokenAsync();
        if (signs)
        {
            Assert.Equal("at", (await request()).AccessToken);
        }
        else
        {
            Assert.Contains("HS512", (await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, request)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_assertion_for_nobody_is_not_made()
    {
        var wire = Wire();
        var exception = await Clients.FailsAsync(
            OAuthFailure.InvalidConfiguration, () => Clients.Create<IWithoutAudience>(wire, UseKey(ECDsaKey())).RevokeTokenAsync(new RevocationRequest { Token = "at" }));

        Assert.Contains("whom", exception.Message, StringComparison.Ordinal);
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task No_error_shows_the_assertion()
    {
        var wire = Wire().Always("/token", request => Tests.Wire.Reply($$"""{"error":"invalid_client","error_description":"bad {{request.Fields["client_assertion"].Single()}}"}""", System.Net.HttpStatusCode.Unauthorized));
        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Clients.Create<IKeyed>(wire, UseKey(ECDsaKey())).RequestClientTokenAsync());

        Assert.DoesNotContain(wire.Last.Fields["client_assertion"].Single(), exception.ToString(), StringComparison.Ordinal);
    }

    private static JsonArray List(string names) => new([.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (JsonNode)name)]);

    private static ClientKey ECDsaKey() => ClientKey.From(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    private static Action<OAuthClientOptions> UseKey(ClientKey key) => options => (options.ClientSecret, options.ClientKey) = (null, key);

    private static Wire Wire(Action<JsonObject>? change = null) => new Wire()
        .Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: change))
        .Always("/token", Token)
        .Always("/revoke", "");

    private static async Task<WireRequest> SendAsync<T>(Action<OAuthClientOptions>? configure = null, Action<JsonObject>? change = null)
        where T : class, IOAuthProvider<T>, IClientCredentialsGrant
    {
        var wire = Wire(change);
        await Clients.Create<T>(wire, configure ?? UseKey(ECDsaKey())).RequestClientTokenAsync();
        return wire.Last;
    }

    private static JsonElement Header(WireRequest request) => Part(request, 0);

    private static JsonElement Claims(WireRequest request) => Part(request, 1);

    private static JsonElement Part(WireRequest request, int index, string field = "client_assertion") =>
        JsonElement.Parse(Base64UrlEncoder.DecodeBytes(request.Fields[field].Single().Split('.')[index]));
}
