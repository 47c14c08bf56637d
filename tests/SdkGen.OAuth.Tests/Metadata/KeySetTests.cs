using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SdkGen.OAuth.Metadata;

namespace SdkGen.OAuth.Tests.Metadata;

/// <summary>Which keys of a set are used, and when the set is fetched (RFC 7517).</summary>
public sealed class KeySetTests(TestIssuer issuer) : IClassFixture<TestIssuer>
{
    public static TheoryData<string, Action<JsonObject>> Unusable { get; } = new()
    {
        { "JW-03 unknown type", key => key["kty"] = "AKP" },
        { "JW-03 no type", key => key.Remove("kty") },
        { "JW-06 for encryption", key => key["use"] = "enc" },
        { "JW-06 not to verify", key => key["key_ops"] = new JsonArray("sign") },
        { "JW-16 1024 bits", key => key["n"] = key["n"]!.GetValue<string>()[..171] },
        { "JW-17 no base64url", key => key["n"] = "###" },
        { "no exponent", key => key.Remove("e") },
        { "JW-03 an unknown curve", key => (key["kty"], key["crv"]) = ("EC", "secp256k1") },
        { "JW-17 a short coordinate", key => (key["kty"], key["crv"], key["x"], key["y"]) = ("EC", "P-256", "AAAA", "AAAA") },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_key_that_cannot_verify_is_passed_over(string id, Action<JsonObject> change)
    {
        Assert.NotEmpty(id);
        var bad = issuer.RsaKey();
        change(bad);
        var keys = Parse(bad, issuer.EcKey());

        Assert.Equal("EC", Assert.Single(keys).Kty);
    }

    [Fact]
    public void JW_18_a_private_key_in_the_set_is_not_taken_over()
    {
        var key = issuer.RsaKey();
        key["d"] = "AQAB";

        Assert.False(Assert.Single(Parse(key)).HasPrivateKey);
    }

    [Theory]
    [InlineData("{\"kty\":\"RSA\",\"n\":\"\\ud800\",\"e\":\"AQAB\"}")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("{\"kty\":\"RSA\",\"kty\":\"EC\"}")]
    public void A_key_that_is_damaged_does_not_damage_its_neighbours(string damaged) => Assert.Single(
        SigningKeys.Parse(Encoding.UTF8.GetBytes("\uFEFF" + Set(issuer.RsaKey()).Replace("[", $"[{damaged},", StringComparison.Ordinal))));

    [Theory]
    [InlineData("JW-02", "{\"keys\":{}}")]
    [InlineData("JW-02", "{}")]
    [InlineData("JW-02", "[]")]
    [InlineData("not JSON", "<html>")]
    public void What_is_no_key_set_is_refused(string id, string document)
    {
        Assert.NotEmpty(id);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => SigningKeys.Parse(Encoding.UTF8.GetBytes(document)));
    }

    [Fact]
    public void JW_02_members_that_are_no_objects_are_passed_over() =>
        Assert.Empty(SigningKeys.Parse("{\"keys\":[1,null,\"a\",[]]}"u8));

    [Fact]
    public async Task JW_04_of_decoys_with_one_key_id_the_fitting_one_is_found()
    {
        var decoy = issuer.EcKey();
        decoy["kid"] = issuer.KeyId;
        var other = issuer.RsaKey();
        other["alg"] = "RS512";
        var (source, _) = Source(new JsonArray(decoy, other, issuer.RsaKey()));
        var found = await source.FindAsync("RS256", issuer.KeyId, default);

        Assert.Equal("RSA", Assert.Single(found).Kty);
    }

    [Fact]
    public async Task JW_09_an_unknown_key_id_fetches_the_set_once_more()
    {
        var (source, wire) = Source(new JsonArray(issuer.EcKey()));
        wire.Answer("/keys", Set(issuer.EcKey())).Always("/keys", Set(issuer.EcKey(), issuer.RsaKey()));

        Assert.Single(await source.FindAsync("RS256", issuer.KeyId, default));
        Assert.Equal(2, wire.Requests.Count);
    }

    [Fact]
    public async Task JW_10_the_same_unknown_key_id_does_not_fetch_again_within_a_minute()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var (source, wire) = Source(new JsonArray(issuer.EcKey()), clock);
        for (var i = 0; i < 10; i++)
        {
            Assert.Empty(await source.FindAsync("RS256", "unknown", default));
        }

        Assert.Equal(2, wire.Requests.Count);
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Empty(await source.FindAsync("RS256", "unknown", default));
        Assert.Equal(3, wire.Requests.Count);
    }

    [Fact]
    public async Task A_flood_of_unknown_key_ids_does_not_become_a_flood_of_requests()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var (source, wire) = Source(new JsonArray(issuer.RsaKey()), clock);
        for (var i = 0; i < 1000; i++)
        {
            Assert.Empty(await source.FindAsync("RS256", $"unknown-{i}", default));
        }

        Assert.InRange(wire.Requests.Count, 2, 9);
        Assert.Single(await source.FindAsync("RS256", issuer.KeyId, default));

        clock.Advance(TimeSpan.FromMinutes(1));
        var before = wire.Requests.Count;
        await source.FindAsync("RS256", "unknown-0", default);
        Assert.Equal(before + 1, wire.Requests.Count);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_keep_old_keys()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var (source, wire) = Source(new JsonArray(issuer.EcKey()), clock);
        await source.FindAsync("RS256", issuer.KeyId, default);
        wire.Always("/keys", Set(issuer.RsaKey()));
        clock.AdjustTime(clock.GetUtcNow() - TimeSpan.FromDays(2));

        Assert.Single(await source.FindAsync("RS256", issuer.KeyId, default));
    }

    [Fact]
    public async Task A_provider_that_is_down_is_not_asked_for_every_token()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var (source, wire) = Source(new JsonArray(issuer.RsaKey()), clock);
        await source.FindAsync("RS256", issuer.KeyId, default);
        wire.Always("/keys", "", HttpStatusCode.ServiceUnavailable);
        clock.Advance(TimeSpan.FromMinutes(10));
        wire.Requests.Clear();
        for (var i = 0; i < 100; i++)
        {
            Assert.Single(await source.FindAsync("RS256", issuer.KeyId, default));
        }

        Assert.Equal(2, wire.Requests.Count);
        wire.Always("/keys", Set(issuer.EcKey()));
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Single(await source.FindAsync("ES256", issuer.KeyId + "-ec", default));
    }

    [Fact]
    public async Task JW_12_a_rotation_right_after_the_first_fetch_is_noticed()
    {
        var (source, wire) = Source(new JsonArray(issuer.EcKey()));
        await source.FindAsync("ES256", issuer.KeyId + "-ec", default);
        wire.Always("/keys", Set(issuer.RsaKey()));

        Assert.Single(await source.FindAsync("RS256", issuer.KeyId, default));
    }

    [Fact]
    public async Task JW_11_a_set_older_than_five_minutes_is_fetched_again()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var (source, wire) = Source(new JsonArray(issuer.RsaKey()), clock);
        await source.FindAsync("RS256", issuer.KeyId, default);
        clock.Advance(TimeSpan.FromMinutes(5));
        await source.FindAsync("RS256", issuer.KeyId, default);

        Assert.Equal(2, wire.Requests.Count);
    }

    [Fact]
    public async Task JW_13_many_at_once_fetch_the_set_once()
    {
        var (source, wire) = Source(new JsonArray(issuer.RsaKey()));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await source.FindAsync("RS256", issuer.KeyId, default))));

        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task JW_14_while_the_provider_is_down_the_known_keys_serve()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var (source, wire) = Source(new JsonArray(issuer.RsaKey()), clock);
        await source.FindAsync("RS256", issuer.KeyId, default);
        wire.Always("/keys", "", HttpStatusCode.InternalServerError);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Single(await source.FindAsync("RS256", issuer.KeyId, default));
        clock.Advance(TimeSpan.FromDays(2));
        await Clients.FailsAsync(OAuthFailure.KeysUnavailable, async () => await source.FindAsync("RS256", issuer.KeyId, default));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/jwk-set+json")]
    [InlineData("text/plain")]
    public async Task JW_01_a_key_set_is_read_by_its_content_whatever_its_media_type(string type)
    {
        var (source, wire) = Source([]);
        wire.Always("/keys", Set(issuer.RsaKey()), type: type);

        Assert.Single(await source.FindAsync("RS256", issuer.KeyId, default));
    }

    [Fact]
    public async Task JW_01_a_page_is_no_key_set()
    {
        var (source, wire) = Source([]);
        wire.Always("/keys", "<html></html>", type: "text/html");

        await Clients.FailsAsync(OAuthFailure.KeysUnavailable, async () => await source.FindAsync("RS256", issuer.KeyId, default));
    }

    [Theory]
    [InlineData("RS256", 1)]
    [InlineData("PS512", 1)]
    [InlineData("ES256", 0)]
    public async Task JW_05_a_key_without_alg_fits_every_algorithm_of_its_type(string algorithm, int count)
    {
        var key = issuer.RsaKey();
        key.Remove("alg");
        var (source, _) = Source(new JsonArray(key));

        Assert.Equal(count, (await source.FindAsync(algorithm, issuer.KeyId, default)).Count);
    }

    [Fact]
    public async Task JW_08_without_a_key_id_all_that_fit_are_tried()
    {
        using var other = new TestIssuer();
        var (source, _) = Source(new JsonArray(other.RsaKey(), issuer.RsaKey()));

        Assert.Equal(2, (await source.FindAsync("RS256", null, default)).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_that_was_replaced_without_a_new_id_is_noticed_by_its_signature(bool hasKeyId)
    {
        using var old = new TestIssuer();
        var replaced = old.RsaKey();
        replaced["kid"] = hasKeyId ? issuer.KeyId : null;
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata()).Answer("/keys", Set(replaced)).Always("/keys", issuer.Keys);
        var client = Clients.Create<IIdp>(wire);
        string Token() => issuer.Sign(new() { ["iss"] = TestIssuer.Issuer, ["aud"] = TestIssuer.ClientId }, header =>
        {
            if (!hasKeyId)
            {
                header.Remove("kid");
            }
        });

        // Nothing is wrong with the signature: what is missing is said after it.
        await Clients.FailsAsync(OAuthFailure.SignedMessageClaim, () => client.ValidateLogoutTokenAsync(Token()));
        Assert.Equal(2, wire.Requests.Count(request => request.Uri.AbsolutePath == "/keys"));
    }

    [Fact]
    public async Task Many_wrong_signatures_do_not_become_many_requests()
    {
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata()).Always("/keys", issuer.Keys);
        var client = Clients.Create<IIdp>(wire);
        for (var i = 0; i < 20; i++)
        {
            var token = Damage.Signature(issuer.Sign(new() { ["iss"] = TestIssuer.Issuer }));
            await Clients.FailsAsync(OAuthFailure.SignedMessageSignature, () => client.ValidateLogoutTokenAsync(token));
        }

        Assert.Equal(2, wire.Requests.Count(request => request.Uri.AbsolutePath == "/keys"));
    }

    [Fact]
    public async Task JW_19_the_address_of_the_keys_is_the_one_that_the_metadata_name()
    {
        var wire = new Wire()
            .Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata => metadata["jwks_uri"] = TestIssuer.Issuer + "/x/7f3a"))
            .Always("/x/7f3a", issuer.Keys);

        await Clients.FailsAsync(OAuthFailure.SignedMessageIssuer, () => Clients.Create<IIdp>(wire)
            .ValidateLogoutTokenAsync(issuer.Sign(new() { ["iss"] = "https://other.example" })));
        Assert.Single(wire.Requests, request => request.Uri.AbsolutePath == "/x/7f3a");
    }

    [Fact]
    public async Task JW_15_keys_over_plain_http_are_refused()
    {
        using var channel = Channel(new Wire());
        var source = new JsonWebKeySource("http://id.example.com/keys", channel, new("Test"), TimeProvider.System);

        await Clients.FailsAsync(OAuthFailure.KeysUnavailable, async () => await source.FindAsync("RS256", null, default));
    }

    private static string Set(params JsonObject[] keys) => new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString();

    private static List<Microsoft.IdentityModel.Tokens.JsonWebKey> Parse(params JsonObject[] keys) =>
        SigningKeys.Parse(Encoding.UTF8.GetBytes(Set(keys)));

    private static (JsonWebKeySource Source, Wire Wire) Source(JsonArray keys, TimeProvider? clock = null)
    {
        var wire = new Wire().Always("/keys", new JsonObject { ["keys"] = keys }.ToJsonString());
        return (new("https://id.example.com/keys", Channel(wire), new("Test"), clock ?? TimeProvider.System), wire);
    }

    private static OAuth.Http.BackChannel Channel(Wire wire) => new(new PlainOptions(), new("Test"), TimeProvider.System, wire);
}
