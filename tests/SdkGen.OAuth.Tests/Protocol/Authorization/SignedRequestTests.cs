using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.Protocol;

[OAuthProvider(TestIssuer.Issuer, Scopes = ["openid"], RequestObject = RequestObjectUse.Signed)]
[OAuthParameter("ui_hint", "a b", On = OAuthMessage.Authorization)]
public partial interface ISignedRequestIdp : IAuthorizationCodeGrant;

[OAuthProvider(TestIssuer.Issuer, Scopes = ["openid"], RequestObject = RequestObjectUse.Signed, RequestObjectAlgorithms = ["PS256"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
public partial interface ISignedPushingIdp : IAuthorizationCodeGrant, IPushedAuthorizationRequestEndpoint;

/// <summary>Signed authorization requests (RFC 9101), through the browser and pushed.</summary>
public sealed class SignedRequestTests : IDisposable
{
    private static readonly Uri RedirectUri = new("https://app.example/callback");

    private readonly RSA _rsa = Keys.Rsa();

    [Fact]
    public async Task The_parameters_are_claims_of_a_JWT_that_the_client_signed()
    {
        var request = await Client<ISignedRequestIdp>(new()).CreateAuthorizationRequestAsync(new()
        {
            RedirectUri = RedirectUri,
            MaxAge = TimeSpan.FromSeconds(300),
            Resources = ["https://a.example", "https://b.example"],
            Additional = { { "claims", """{"id_token":{"acr":null}}""" } },
        });
        var (header, claims) = Read(Query(request)["request"].Single());

        Assert.Equal("oauth-authz-req+jwt", (string?)header["typ"]);
        Assert.Equal("RS256", (string?)header["alg"]);
        Assert.Equal("key-1", (string?)header["kid"]);
        Assert.Equal(TestIssuer.ClientId, (string?)claims["iss"]);
        Assert.Equal(TestIssuer.ClientId, (string?)claims["client_id"]);
        Assert.Equal(TestIssuer.Issuer, (string?)claims["aud"]);
        Assert.Equal("code", (string?)claims["response_type"]);
        Assert.Equal(RedirectUri.OriginalString, (string?)claims["redirect_uri"]);
        Assert.Equal("openid", (string?)claims["scope"]);
        Assert.Equal(request.State, (string?)claims["state"]);
        Assert.Equal("S256", (string?)claims["code_challenge_method"]);
        Assert.Equal(43, ((string?)claims["nonce"])!.Length);
        Assert.Equal("a b", (string?)claims["ui_hint"]);
        Assert.Equal(300, (int)claims["max_age"]!);
        Assert.Equal(JsonValueKind.Object, claims["claims"]!.GetValueKind());
        Assert.Equal(["https://a.example", "https://b.example"], claims["resource"]!.AsArray().Select(item => (string?)item));
    }

    [Fact]
    public async Task It_is_good_for_a_short_time_and_once()
    {
        var client = Client<ISignedRequestIdp>(new());
        var (_, one) = Read(Query(await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri }))["request"].Single());
        var (_, other) = Read(Query(await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri }))["request"].Single());

        Assert.InRange((long)one["iat"]!, TestIssuer.Now - 10, TestIssuer.Now);
        Assert.Equal((long)one["iat"]!, (long)one["nbf"]!);
        Assert.Equal((long)one["iat"]! + 300, (long)one["exp"]!);
        Assert.NotEqual((string?)one["jti"], (string?)other["jti"]);
    }

    [Fact]
    public async Task Beside_it_stands_what_OAuth_requires_in_the_query_and_nothing_else()
    {
        var query = Query(await Client<ISignedRequestIdp>(new()).CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri }));
        var (_, claims) = Read(query["request"].Single());

        Assert.Equal(["client_id", "request", "response_type", "scope"], query.Select(item => item.Key).Order());
        Assert.Equal((string?)claims["client_id"], query["client_id"].Single());
        Assert.Equal((string?)claims["scope"], query["scope"].Single());
        Assert.False(claims.ContainsKey("request") || claims.ContainsKey("request_uri") || claims.ContainsKey("sub"));
    }

    [Fact]
    public async Task A_pushed_request_is_signed_too_and_the_client_proves_itself_beside_it()
    {
        var wire = Wire().Answer("/par", """{"request_uri":"urn:x","expires_in":60}""", System.Net.HttpStatusCode.Created);
        var request = await Client<ISignedPushingIdp>(wire).CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        var (header, claims) = Read(wire.Last.Fields["request"].Single());

        Assert.Equal("PS256", (string?)header["alg"]);
        Assert.Equal(request.State, (string?)claims["state"]);
        Assert.Equal(["client_id", "request"], wire.Last.Fields.Select(field => field.Key).Order());
        Assert.StartsWith("Basic ", wire.Last.Authorization, StringComparison.Ordinal);
        Assert.Equal(["client_id", "request_uri"], Query(request).Select(item => item.Key).Order());
        Assert.DoesNotContain("the-secret", claims.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_requires_it_is_sent_no_other_request()
    {
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata => metadata["require_signed_request_object"] = true));
        var request = await Client<IIdp>(wire).CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        Assert.Equal(request.State, (string?)Read(Query(request)["request"].Single()).Claims["state"]);

        await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, () =>
            Clients.Create<IIdp>(wire).CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri }));
    }

    [Theory]
    [InlineData("PS256 ES256", "PS256")]
    [InlineData("none RS512", "RS512")]
    [InlineData("none HS256", null)]
    [InlineData("ES256", null)]
    public async Task It_is_signed_by_an_algorithm_that_the_provider_takes(string announced, string? algorithm)
    {
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
            metadata["request_object_signing_alg_values_supported"] = new JsonArray([.. announced.Split(' ').Select(name => JsonValue.Create(name))])));
        Task<AuthorizationRequest> Start() => Client<ISignedRequestIdp>(wire).CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });

        if (algorithm is null)
        {
            await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, Start);
        }
        else
        {
            Assert.Equal(algorithm, (string?)Read(Query(await Start())["request"].Single()).Header["alg"]);
        }
    }

    [Fact]
    public void Without_a_key_there_is_no_client()
    {
        var exception = Assert.Throws<OAuthException>(() => Clients.Create<ISignedRequestIdp>(Wire()));

        Assert.Equal(OAuthFailure.InvalidConfiguration, exception.Failure);
        Assert.Contains("ClientKey", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "42", "\"42\"")]
    [InlineData("claims", """{"userinfo":{"email":null}}""", """{"userinfo":{"email":null}}""")]
    [InlineData("claims", "{no JSON", "\"{no JSON\"")]
    [InlineData("text", """{"a":1}""", "\"{\\u0022a\\u0022:1}\"")]
    public async Task What_is_JSON_in_the_query_is_JSON_in_the_claims_and_nothing_else_is(string name, string value, string claim)
    {
        var request = await Client<ISignedRequestIdp>(new()).CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, Additional = { { name, value } } });

        Assert.Equal(claim, Read(Query(request)["request"].Single()).Claims[name]!.ToJsonString());
    }

    [Fact]
    public async Task Authorization_details_are_a_list()
    {
        var request = await Client<ISignedRequestIdp>(new()).CreateAuthorizationRequestAsync(
            new() { RedirectUri = RedirectUri, AuthorizationDetails = [new() { Type = "account", Actions = ["read"] }] });

        Assert.Equal("""[{"type":"account","actions":["read"]}]""", Read(Query(request)["request"].Single()).Claims["authorization_details"]!.ToJsonString());
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("jti")]
    [InlineData("iat")]
    [InlineData("nbf")]
    [InlineData("exp")]
    public async Task A_claim_of_every_JWT_is_no_parameter(string name) =>
        await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, () => Client<ISignedRequestIdp>(new())
            .CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, Additional = { { name, "x" } } }));

    public void Dispose() => _rsa.Dispose();

    private static ILookup<string, string> Query(AuthorizationRequest request) => WireRequest.Parse(request.Uri.Query[1..]);

    private static Wire Wire(Wire? wire = null) => (wire ?? new()).Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
        metadata["pushed_authorization_request_endpoint"] = TestIssuer.Issuer + "/par"));

    private T Client<T>(Wire wire)
        where T : class, IOAuthProvider<T>
    {
        if (wire.IsEmpty)
        {
            Wire(wire);
        }

        return Clients.Create<T>(wire, options => options.ClientKey = ClientKey.From(_rsa, "key-1"));
    }

    /// <summary>Reads a JWT of the client, after the provider's check of its signature.</summary>
    private (JsonObject Header, JsonObject Claims) Read(string token)
    {
        var parts = token.Split('.');
        var header = JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!.AsObject();
        var algorithm = (string)header["alg"]!;
        var hash = algorithm.EndsWith("512", StringComparison.Ordinal) ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256;
        Assert.True(_rsa.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
            Base64Url.DecodeFromChars(parts[2]),
            hash,
            algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1));
        return (header, JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!.AsObject());
    }
}
