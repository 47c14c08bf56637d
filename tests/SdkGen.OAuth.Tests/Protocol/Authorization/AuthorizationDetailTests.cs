using System.Buffers.Text;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SdkGen.OAuth.Tests.Protocol;

[OAuthProvider(TestIssuer.Issuer, Scopes = ["profile"], ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
public partial interface IPushingBank : IAuthorizationCodeGrant, IPushedAuthorizationRequestEndpoint;

/// <summary>Authorization details (RFC 9396): what is asked for in more words than a scope has, and what was granted.</summary>
public sealed partial class AuthorizationDetailTests
{
    private const string Granted = """[{"type":"payment_initiation","actions":["initiate"],"amount":12.5,"currency":"EUR"}]""";

    private const string TokenReply = $$"""{"access_token":"at","token_type":"Bearer","refresh_token":"rt","authorization_details":{{Granted}}}""";

    private const string Whole =
        """[{"type":"payment_initiation","locations":["https://a.example"],"actions":["initiate"],"datatypes":["balance"],"identifier":"i","privileges":["admin"],"amount":12.5,"currency":"EUR"}]""";

    public sealed record Payment(decimal Amount, string Currency);

    public sealed record Misnamed(string Type);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Payment))]
    [JsonSerializable(typeof(Misnamed))]
    [JsonSerializable(typeof(int[]))]
    internal sealed partial class DetailJson : JsonSerializerContext;

    private static readonly Uri RedirectUri = new("https://app.example/callback");

    [Fact]
    public async Task An_authorization_request_carries_them_as_one_field()
    {
        var request = await Clients.Create<IIdp>(Wire()).CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, AuthorizationDetails = [Detail()] });

        Assert.Equal(Whole, Normal(WireRequest.Parse(request.Uri.Query[1..])["authorization_details"].Single()));
    }

    [Fact]
    public async Task A_pushed_request_carries_them_too()
    {
        var wire = Wire().Answer("/par", """{"request_uri":"urn:x","expires_in":60}""", HttpStatusCode.Created);
        await Clients.Create<IPushingBank>(wire).CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, AuthorizationDetails = [Detail()] });

        Assert.Equal(Whole, Normal(wire.Last.Fields["authorization_details"].Single()));
    }

    [Fact]
    public async Task A_signed_request_has_them_as_JSON_and_not_as_a_text()
    {
        using var key = Keys.Rsa();
        var client = Clients.Create<ISignedRequestIdp>(Wire(), options => options.ClientKey = ClientKey.From(key));
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, AuthorizationDetails = [Detail()] });
        var token = WireRequest.Parse(request.Uri.Query[1..])["request"].Single();

        Assert.Equal(Whole, JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!["authorization_details"]!.ToJsonString());
    }

    [Fact]
    public async Task Token_and_device_requests_carry_them_and_the_reply_says_what_was_granted()
    {
        var wire = Wire().Always("/token", TokenReply)
            .Answer("/device", """{"device_code":"d","user_code":"u","verification_uri":"https://v.example","expires_in":300}""");
        var client = Clients.Create<IIdp>(wire);
        await client.RequestDeviceAuthorizationAsync(new() { AuthorizationDetails = [Detail()] });
        Assert.Equal(Whole, Normal(wire.Last.Fields["authorization_details"].Single()));

        var token = await client.RequestClientTokenAsync(new() { AuthorizationDetails = [Detail()] });
        Assert.Equal(Whole, Normal(wire.Last.Fields["authorization_details"].Single()));

        var granted = Assert.Single(token.AuthorizationDetails);
        Assert.Equal("payment_initiation", granted.Type);
        Assert.Equal(["initiate"], granted.Actions);
        Assert.Empty(granted.Locations);
        Assert.Equal(new Payment(12.5m, "EUR"), granted.ReadAs(DetailJson.Default.Payment));
        Assert.DoesNotContain("EUR", token + granted.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_stay_over_a_refresh_that_says_nothing_of_them()
    {
        var wire = Wire().Answer("/token", TokenReply).Always("/token", """{"access_token":"a2","token_type":"Bearer"}""");
        var client = Clients.Create<IIdp>(wire);
        var token = await client.RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = "rt" });

        var refreshed = await client.RefreshTokenAsync(token);
        Assert.Equal(token.AuthorizationDetails, refreshed.AuthorizationDetails);

        var narrower = new AuthorizationDetail { Type = "account_information" };
        var narrowed = await client.RefreshTokenAsync(new RefreshTokenRequest(refreshed) { AuthorizationDetails = [narrower] });
        Assert.Equal([narrower], narrowed.AuthorizationDetails);
    }

    [Fact]
    public void They_are_kept_with_a_token_that_is_sealed()
    {
        var token = new TokenResponse { AccessToken = "at", AuthorizationDetails = [Detail()] };
        var bytes = OAuth.Protocol.TokenResponseData.Write(token);
        using var json = System.Text.Json.JsonDocument.Parse(bytes);

        Assert.Equal(token.AuthorizationDetails, OAuth.Protocol.TokenResponseData.Read(json.RootElement).AuthorizationDetails);
    }

    [Theory]
    [InlineData("payment_initiation", null)]
    [InlineData("account_information", OAuthFailure.UnsupportedAuthorizationDetail)]
    [InlineData("Payment_Initiation", OAuthFailure.UnsupportedAuthorizationDetail)]
    public async Task A_type_that_the_provider_does_not_announce_is_not_asked_for(string type, OAuthFailure? failure)
    {
        var wire = Wire("payment_initiation").Always("/token", TokenReply);
        var client = Clients.Create<IIdp>(wire);
        AuthorizationDetail[] details = [Detail() with { Type = type }];
        foreach (var call in new Func<Task>[]
        {
            () => client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, AuthorizationDetails = details }),
            () => client.RequestClientTokenAsync(new() { AuthorizationDetails = details }),
        })
        {
            if (failure is { } expected)
            {
                await Clients.FailsAsync(expected, call);
            }
            else
            {
                await call();
            }
        }

        Assert.Equal(failure is not null, wire.Requests.All(request => request.Method == "GET"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\"payment\"")]
    [InlineData("[\"payment\"]")]
    [InlineData("[{\"actions\":[\"a\"]}]")]
    [InlineData("[{\"type\":5}]")]
    [InlineData("[{\"type\":\"t\",\"actions\":\"a\"}]")]
    [InlineData("[{\"type\":\"t\",\"locations\":[1]}]")]
    public async Task What_is_no_list_of_details_is_a_typed_failure(string granted)
    {
        var wire = Wire().Answer("/token", $$"""{"access_token":"at","token_type":"Bearer","authorization_details":{{granted}}}""");

        await Clients.FailsAsync(OAuthFailure.InvalidMember, () => Clients.Create<IIdp>(wire).RequestClientTokenAsync());
    }

    [Fact]
    public void Details_that_say_the_same_are_equal_and_so_are_requests_for_them()
    {
        Assert.Equal(Detail(), Detail());
        Assert.Equal(new ClientCredentialsRequest { AuthorizationDetails = [Detail()] }, new ClientCredentialsRequest { AuthorizationDetails = [Detail()] });
        Assert.NotEqual(Detail(), Detail() with { Actions = ["status"] });
        Assert.False(Detail().Equals(null));
        Assert.NotEqual(Detail(), Detail().With(new Payment(13, "EUR"), DetailJson.Default.Payment));
        Assert.NotEqual(new ClientCredentialsRequest { AuthorizationDetails = [Detail()] }, new ClientCredentialsRequest());
        Assert.Equal(
            new ClientCredentialsRequest { AuthorizationDetails = [Detail()] }.GetHashCode(),
            new ClientCredentialsRequest { AuthorizationDetails = [Detail()] }.GetHashCode());
    }

    [Fact]
    public void Members_that_are_no_object_or_have_a_property_of_their_own_are_a_mistake()
    {
        var misnamed = Assert.Throws<ArgumentException>(() => Detail().With(new Misnamed("x"), DetailJson.Default.Misnamed));
        Assert.Equal("'type' is a property of the authorization detail itself. (Parameter 'members')", misnamed.Message);
        var list = Assert.Throws<ArgumentException>(() => Detail().With([1], DetailJson.Default.Int32Array));
        Assert.Equal("The members of an authorization detail are those of a JSON object. (Parameter 'members')", list.Message);
    }

    [Fact]
    public async Task They_are_not_stated_twice() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Clients.Create<IIdp>(Wire()).RequestClientTokenAsync(new()
        {
            AuthorizationDetails = [Detail()],
            Additional = { { "authorization_details", "[]" } },
        }));

    private static AuthorizationDetail Detail() => new AuthorizationDetail
    {
        Type = "payment_initiation",
        Locations = ["https://a.example"],
        Actions = ["initiate"],
        DataTypes = ["balance"],
        Identifier = "i",
        Privileges = ["admin"],
    }.With(new Payment(12.5m, "EUR"), DetailJson.Default.Payment);

    private static string Normal(string json) => JsonNode.Parse(json)!.ToJsonString();

    private static Wire Wire(string? type = null) => new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
    {
        metadata["pushed_authorization_request_endpoint"] = TestIssuer.Issuer + "/par";
        metadata["authorization_details_types_supported"] = type is null ? null : new JsonArray(type);
    }));
}
