using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>A proof by itself (RFC 9449 section 4.2): what is in it, for which address, by which key.</summary>
public sealed class DPoPProofTests
{
    /// <summary>The key, proofs and token of RFC 9449 (sections 4.1 and 7.1).</summary>
    private const string TokenProof =
        "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19"
        + ".eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ"
        + ".2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";

    private const string ApiProof =
        "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19"
        + ".eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9"
        + ".2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA";

    private static readonly Uri TokenEndpoint = new("https://server.example.com/token");

    [Fact]
    public void V4_and_V5_the_proofs_of_the_RFC_are_read_as_it_says()
    {
        Assert.True(Proof.Read(TokenProof).IsSigned);
        Assert.True(Proof.Read(ApiProof).IsSigned);
        Assert.Equal(Proof.Read(ApiProof)["ath"], DPoPProver.HashOf("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"));
        Assert.Equal("fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo", Proof.Read(ApiProof)["ath"]);
    }

    [Fact]
    public void V3_the_thumbprint_of_the_RFCs_key_is_the_one_that_it_states() =>
        Assert.Equal("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I", Proof.Read(TokenProof).Thumbprint);

    [Fact]
    public void V2_DP_29_the_thumbprint_of_a_key_is_that_of_RFC_7638()
    {
        using var rsa = Keys.Rsa();
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        foreach (var key in new[] { ClientKey.From(rsa), ClientKey.From(ec), ClientKey.Create() })
        {
            Assert.Equal(Proof.Read(Prover(key).Prove("POST", TokenEndpoint, null)).Thumbprint, key.Thumbprint);
        }
    }

    [Fact]
    public void DP_01_the_header_has_type_algorithm_and_public_key_and_nothing_else()
    {
        using var rsa = Keys.Rsa();
        var ofEc = Proof.Read(Prover(ClientKey.Create()).Prove("POST", TokenEndpoint, null));
        var ofRsa = Proof.Read(Prover(ClientKey.From(rsa, "key-1", "PS256")).Prove("POST", TokenEndpoint, null));

        Assert.True(ofEc.IsSigned);
        Assert.True(ofRsa.IsSigned);
        Assert.Equal(["alg", "jwk", "typ"], Names(ofEc.Header));
        Assert.Equal(["alg", "jwk", "typ"], Names(ofRsa.Header));
        Assert.Equal(["crv", "kty", "x", "y"], Names(ofEc.Header.GetProperty("jwk")));
        Assert.Equal(["e", "kty", "n"], Names(ofRsa.Header.GetProperty("jwk")));
        Assert.Contains("\"typ\":\"dpop+jwt\"", ofEc.HeaderText, StringComparison.Ordinal);
        Assert.Equal("ES256", ofEc.Header.GetProperty("alg").GetString());
        Assert.Equal("PS256", ofRsa.Header.GetProperty("alg").GetString());
    }

    [Theory]
    [InlineData("P-256", null)]
    [InlineData("P-384", null)]
    [InlineData("P-521", null)]
    [InlineData("RSA", "RS256")]
    [InlineData("RSA", "PS512")]
    public void Others_can_verify_a_proof_of_every_kind_of_key(string kind, string? algorithm)
    {
        using var rsa = Keys.Rsa();
        using var ec = ECDsa.Create(kind switch { "P-384" => ECCurve.NamedCurves.nistP384, "P-521" => ECCurve.NamedCurves.nistP521, _ => ECCurve.NamedCurves.nistP256 });
        var key = kind == "RSA" ? ClientKey.From(rsa, algorithm: algorithm) : ClientKey.From(ec);

        Assert.True(Proof.Read(Prover(key).Prove("GET", TokenEndpoint, "at")).IsSigned);
    }

    [Fact]
    public void DP_05_a_proof_without_a_token_has_no_hash_of_one() =>
        Assert.Equal(["htm", "htu", "iat", "jti"], Names(Proof.Read(Prover().Prove("POST", TokenEndpoint, null)).Claims));

    [Fact]
    public void DP_06_a_proof_with_a_token_has_its_hash() =>
        Assert.Equal(
            "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo",
            Proof.Read(Prover().Prove("GET", TokenEndpoint, "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"))["ath"]);

    [Fact]
    public void DP_02_query_and_fragment_are_no_part_of_the_target()
    {
        var proof = Proof.Read(Prover().Prove("GET", new Uri("https://rs.example.com/resource?foo#bar"), "at"));

        Assert.Equal("https://rs.example.com/resource", proof["htu"]);
        Assert.Equal("GET", proof["htm"]);
        Assert.NotNull(proof["ath"]);
    }

    [Fact]
    public void DP_03_the_method_is_in_capitals() =>
        Assert.Equal("GET", Proof.Read(Prover().Prove("get", TokenEndpoint, null))["htm"]);

    [Theory]
    [InlineData("https://RS.Example.com:443/Resource", "https://rs.example.com/Resource")]
    [InlineData("https://rs.example.com", "https://rs.example.com/")]
    [InlineData("https://rs.example.com:8443/a%20b/%7Ec?d=e", "https://rs.example.com:8443/a%20b/~c")]
    [InlineData("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4")]
    [InlineData("http://[::1]:5000/a/../b", "http://[::1]:5000/b")]
    public async Task DP_04_the_target_is_the_address_on_the_wire(string address, string expected)
    {
        Assert.Equal(expected, DPoPProver.TargetOf(new Uri(address)));

        // The path that the framework writes into its request line, and the name that it asks for.
        var wire = new Wire();
        using var http = new HttpClient(wire);
        await http.GetAsync(new Uri(address));
        Assert.EndsWith(wire.Last.Uri.AbsolutePath, expected, StringComparison.Ordinal);
        Assert.Contains(wire.Last.Uri.HostNameType == UriHostNameType.Dns ? wire.Last.Uri.IdnHost : wire.Last.Uri.Host, expected, StringComparison.Ordinal);
    }

    [Fact]
    public void DP_07_and_DP_35_each_of_many_proofs_at_once_has_an_id_of_its_own()
    {
        var prover = Prover();
        var ids = new string[500];
        Parallel.For(0, ids.Length, i =>
        {
            prover.Remember(new Uri($"https://host-{i % 150}.example.com"), isResource: true, "nonce-" + i);
            ids[i] = Proof.Read(prover.Prove("GET", new Uri($"https://host-{i % 150}.example.com/a"), "at")).Id!;
        });

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(43, id.Length));
    }

    [Fact]
    public void DP_08_the_time_is_that_of_the_clients_clock()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero));
        var prover = new DPoPProver(ClientKey.Create(), "ES256", new(), clock);

        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds(), Proof.Read(prover.Prove("GET", TokenEndpoint, null)).Claims.GetProperty("iat").GetInt64());
    }

    [Fact]
    public void DP_20_a_nonce_is_for_the_server_that_gave_it()
    {
        var prover = Prover();
        prover.Remember(TokenEndpoint, isResource: false, "of-the-server");

        Assert.Equal("of-the-server", Nonce("https://server.example.com/par", null));
        Assert.Null(Nonce("https://server.example.com:8443/token", null));
        Assert.Null(Nonce("https://api.example.com/orders", "at"));

        string? Nonce(string address, string? token) => Proof.Read(prover.Prove("POST", new Uri(address), token)).Nonce;
    }

    [Fact]
    public void The_nonces_of_many_servers_are_bounded_and_the_oldest_goes_first()
    {
        var nonces = new DPoPNonces();
        for (var i = 0; i < 101; i++)
        {
            nonces.Remember(new Uri($"https://host-{i}.example.com"), isResource: true, "nonce-" + i);
        }

        Assert.Null(nonces.Find(new Uri("https://host-0.example.com"), isResource: true));
        Assert.Equal("nonce-1", nonces.Find(new Uri("https://host-1.example.com"), isResource: true));
        Assert.Equal("nonce-100", nonces.Find(new Uri("https://host-100.example.com"), isResource: true));
    }

    [Theory]
    [InlineData("DP_23", "a,b;c=d<e>f!#$%&'()*+-./:?@[]^_`{|}~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop0123456789", true)]
    [InlineData("V6", "eyJ7S_zG.eyJH0-Z.HX4w-7v", true)]
    [InlineData("V17", "AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIjKlMnOpQrStUvWx0123456789!#$%&'()*+,-./:;<=>?@[]^_`{|}", true)]
    [InlineData("DP_23", "a b", false)]
    [InlineData("DP_23", "a\"b", false)]
    [InlineData("DP_23", "a\\b", false)]
    [InlineData("DP_23", "a\x7Fb", false)]
    [InlineData("DP_23", "", false)]
    public void A_nonce_is_taken_as_it_stands_in_the_header_or_not_at_all(string id, string nonce, bool isNonce)
    {
        using var response = Reply(("DPoP-Nonce", nonce));

        Assert.NotEmpty(id);
        Assert.Equal(isNonce ? nonce : null, DPoPNonces.Read(response));
        if (isNonce)
        {
            var prover = Prover();
            prover.Remember(TokenEndpoint, isResource: false, nonce);
            Assert.Equal(nonce, Proof.Read(prover.Prove("POST", TokenEndpoint, null)).Nonce);
        }
    }

    [Theory]
    [InlineData("dpop-nonce")]
    [InlineData("DPOP-NONCE")]
    public void DP_24_the_name_of_the_header_is_found_in_any_case(string name)
    {
        using var response = Reply((name, "n-1"));

        Assert.Equal("n-1", DPoPNonces.Read(response));
    }

    [Fact]
    public void DP_25_of_two_nonces_none_counts()
    {
        using var response = Reply(("DPoP-Nonce", "n-1"), ("DPoP-Nonce", "n-2"));

        Assert.Null(DPoPNonces.Read(response));
    }

    private static HttpResponseMessage Reply(params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK);
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    private static DPoPProver Prover(ClientKey? key = null)
    {
        key ??= ClientKey.Create();
        return new(key, key.Choose(null)!, new(), TimeProvider.System);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);
}
