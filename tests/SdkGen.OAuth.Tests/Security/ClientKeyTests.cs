using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>Which keys a client can sign with, and that none of them is ever shown.</summary>
public sealed class ClientKeyTests
{
    /// <summary>Keys are made as they are needed: the name of a test holds none.</summary>
    private static readonly Dictionary<string, Func<string>> Pems = new()
    {
        ["P-256, PKCS #8"] = () => ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKeyPem(),
        ["P-384, SEC 1"] = () => ECDsa.Create(ECCurve.NamedCurves.nistP384).ExportECPrivateKeyPem(),
        ["P-521, PKCS #8"] = () => ECDsa.Create(ECCurve.NamedCurves.nistP521).ExportPkcs8PrivateKeyPem(),
        ["RSA, PKCS #8"] = () => Keys.Rsa().ExportPkcs8PrivateKeyPem(),
        ["RSA, PKCS #1"] = () => Keys.Rsa().ExportRSAPrivateKeyPem(),
        ["secp256k1"] = () => ECDsa.Create(ECCurve.CreateFromValue("1.3.132.0.10")).ExportPkcs8PrivateKeyPem(),
        ["brainpoolP384r1"] = () => ECDsa.Create(ECCurve.NamedCurves.brainpoolP384r1).ExportPkcs8PrivateKeyPem(),
        ["the public half of P-256"] = () => ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportSubjectPublicKeyInfoPem(),
        ["the public half of RSA"] = () => Keys.Rsa().ExportSubjectPublicKeyInfoPem(),
        ["RSA of 1024 bits"] = () => RSA.Create(1024).ExportPkcs8PrivateKeyPem(),
    };

    [Theory]
    [InlineData("P-256, PKCS #8", "ES256")]
    [InlineData("P-384, SEC 1", "ES384")]
    [InlineData("P-521, PKCS #8", "ES512")]
    [InlineData("RSA, PKCS #8", "RS256 PS256 RS384 PS384 RS512 PS512")]
    [InlineData("RSA, PKCS #1", "RS256 PS256 RS384 PS384 RS512 PS512")]
    public void A_PEM_is_a_key_with_the_algorithms_of_its_kind(string pem, string algorithms)
    {
        var key = ClientKey.FromPem(Pems[pem](), "id");

        Assert.Equal("id", key.KeyId);
        Assert.Equal(algorithms.Split(' '), key.SupportedAlgorithms);
    }

    [Fact]
    public void A_JSON_Web_Key_brings_its_id_and_algorithm()
    {
        using var rsa = Keys.Rsa();
        var key = ClientKey.FromJsonWebKey(Jwk(rsa, "PS256"));

        Assert.Equal("key-7", key.KeyId);
        Assert.Equal("PS256", key.Algorithm);
    }

    [Fact]
    public void A_key_can_be_stated_in_configuration()
    {
        var options = new PlainOptions();
        options.Bind(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ClientKey"] = ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKeyPem(),
            ["ClientKeyId"] = "key-8",
        }).Build());

        Assert.Equal("key-8", options.ClientKey?.KeyId);
    }

    [Theory]
    [InlineData("no key")]
    [InlineData("{}")]
    [InlineData("""{"kty":"oct","k":"c2VjcmV0"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}""")]
    [InlineData("""{"kty":"EC","crv":"secp256k1","x":"AA","y":"AA","d":"AA"}""")]
    [InlineData("the public half of P-256")]
    [InlineData("the public half of RSA")]
    [InlineData("RSA of 1024 bits")]
    [InlineData("secp256k1")]
    [InlineData("brainpoolP384r1")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public void CA_15_and_CA_16_what_cannot_sign_is_refused_at_once(string key)
    {
        var text = Pems.TryGetValue(key, out var make) ? make() : key;
        var exception = Assert.ThrowsAny<ArgumentException>(() => text.StartsWith('{') ? ClientKey.FromJsonWebKey(text) : ClientKey.FromPem(text));

        Assert.Null(exception.InnerException);
        Assert.True(text.Length < 10 || !exception.Message.Contains(text[^10..], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}", "This is no JSON Web Key with a private RSA or EC key (RFC 7517). (Parameter 'json')")]
    [InlineData("no key", "This is no PEM of an unencrypted private RSA or EC key. (Parameter 'pem')")]
    [InlineData("the public half of RSA", "This key cannot sign: it is the public half.")]
    [InlineData("RSA of 1024 bits", "An RSA key has at least 2048 bits (RFC 7518 section 3.3); this one has 1024.")]
    [InlineData("secp256k1", "An EC key is on the curve P-256, P-384 or P-521 (RFC 7518 section 3.4).")]
    public void Who_states_a_key_that_cannot_be_used_is_told_why(string key, string message)
    {
        var text = Pems.TryGetValue(key, out var make) ? make() : key;

        Assert.Equal(message, Assert.Throws<ArgumentException>(() => text.StartsWith('{') ? ClientKey.FromJsonWebKey(text) : ClientKey.FromPem(text)).Message);
    }

    [Theory]
    [InlineData("P-256", "ES256")]
    [InlineData("P-384", "ES384")]
    [InlineData("P-521", "ES512")]
    public void A_JSON_Web_Key_on_a_curve_signs_by_its_algorithm(string curve, string algorithm)
    {
        using var ec = ECDsa.Create(curve switch { "P-256" => ECCurve.NamedCurves.nistP256, "P-384" => ECCurve.NamedCurves.nistP384, _ => ECCurve.NamedCurves.nistP521 });
        var parts = ec.ExportParameters(includePrivateParameters: true);
        var jwk = $$"""{"kty":"EC","crv":"{{curve}}","x":"{{Text(parts.Q.X!)}}","y":"{{Text(parts.Q.Y!)}}","d":"{{Text(parts.D!)}}"}""";
        var key = ClientKey.FromJsonWebKey(jwk);
        var data = "data"u8.ToArray();

        Assert.Equal([algorithm], key.SupportedAlgorithms);
        Assert.Null(key.KeyId);
        Assert.Null(key.Algorithm);
        Assert.True(ec.VerifyData(data, key.Sign(data, algorithm), algorithm switch { "ES256" => HashAlgorithmName.SHA256, "ES384" => HashAlgorithmName.SHA384, _ => HashAlgorithmName.SHA512 }));
        Assert.Throws<ArgumentException>(() => ClientKey.FromJsonWebKey(jwk.Replace("{\"kty\"", "{\"kty\":\"EC\",\"kty\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_certificate_with_its_key_signs_and_one_without_it_is_refused()
    {
        using var certificate = Certificates.Create();
        using var publicHalf = System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(certificate.RawData);
        var key = ClientKey.FromCertificate(certificate);

        Assert.Equal(["ES256"], key.SupportedAlgorithms);
        Assert.Null(key.KeyId);
        Assert.Equal(Text(SHA256.HashData(certificate.RawData)), key.CertificateThumbprint);
        Assert.Contains("private key", Assert.Throws<ArgumentException>(() => ClientKey.FromCertificate(publicHalf)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_with_an_RSA_key_signs_with_that()
    {
        using var rsa = Keys.Rsa();
        using var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=rsa", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddHours(1));

        Assert.Equal("RS256", ClientKey.FromCertificate(certificate).SupportedAlgorithms[0]);
    }

    [Fact]
    public void A_key_in_a_device_that_tells_nothing_of_it_signs()
    {
        using var device = new EcDevice(ECCurve.NamedCurves.nistP256, isTalkative: false);

        Assert.Equal(["ES256"], ClientKey.From(device).SupportedAlgorithms);
    }

    [Fact]
    public void A_key_in_a_device_that_tells_its_curve_is_on_none_of_the_same_size()
    {
        using var device = new EcDevice(ECCurve.CreateFromValue("1.3.132.0.10"), isTalkative: true);

        Assert.Throws<ArgumentException>(() => ClientKey.From(device));
    }

    [Fact]
    public void The_public_half_of_a_key_that_never_leaves_its_device_is_known()
    {
        using var ec = new EcDevice(ECCurve.NamedCurves.nistP256, isTalkative: true);
        using var rsa = new RsaDevice();

        Assert.Equal(Hash($$"""{"crv":"P-256","kty":"EC","x":"{{Text(ec.Point.X!)}}","y":"{{Text(ec.Point.Y!)}}"}"""), ClientKey.From(ec).Thumbprint);
        Assert.Equal(Hash($$"""{"e":"AQAB","kty":"RSA","n":"{{Text(rsa.Modulus)}}"}"""), ClientKey.From(rsa, algorithm: "PS256").Thumbprint);
    }

    [Theory]
    [InlineData("P-384")]
    [InlineData("P-521")]
    public void A_thumbprint_is_of_the_public_members_in_the_order_of_RFC_7638(string curve)
    {
        using var key = ECDsa.Create(curve == "P-384" ? ECCurve.NamedCurves.nistP384 : ECCurve.NamedCurves.nistP521);
        var point = key.ExportParameters(includePrivateParameters: false).Q;

        Assert.Equal(Hash($$"""{"crv":"{{curve}}","kty":"EC","x":"{{Text(point.X!)}}","y":"{{Text(point.Y!)}}"}"""), ClientKey.From(key).Thumbprint);
    }

    [Fact]
    public void A_key_that_signs_by_one_algorithm_only_is_asked_for_no_other()
    {
        using var device = new RsaDevice();

        Assert.Equal("PS384", ClientKey.From(device, algorithm: "PS384").Algorithm);
        Assert.Throws<ArgumentException>(() => ClientKey.From(device));
    }

    [Theory]
    [InlineData(null, null, "RS256")]
    [InlineData(null, "", "RS256")]
    [InlineData(null, "ES256 PS512 PS256", "PS256")]
    [InlineData(null, "ES256 none", null)]
    [InlineData("PS384", null, "PS384")]
    [InlineData("PS384", "RS256", "PS384")]
    public void CA_14_the_stated_algorithm_is_used_or_the_first_that_the_provider_takes(string? stated, string? announced, string? expected)
    {
        using var rsa = Keys.Rsa();

        Assert.Equal(expected, ClientKey.From(rsa, algorithm: stated).Choose(announced?.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void An_algorithm_of_another_kind_of_key_is_refused() =>
        Assert.Equal(
            "A key of this kind does not sign by 'ES256': state one of RS256, PS256, RS384, PS384, RS512, PS512, or none. (Parameter 'algorithm')",
            Assert.Throws<ArgumentException>(() => ClientKey.FromPem(Pems["RSA, PKCS #8"](), algorithm: "ES256")).Message);

    [Fact]
    public void The_text_of_a_key_is_its_kind_and_id() =>
        Assert.Equal("EC key 'k1'", ClientKey.From(ECDsa.Create(ECCurve.NamedCurves.nistP256), "k1").ToString());

    [Fact]
    public void The_text_of_a_key_without_an_id_is_its_kind() => Assert.Equal("RSA key", ClientKey.From(Keys.Rsa()).ToString());

    private static string Hash(string text) => Text(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static string Text(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static string Jwk(RSA rsa, string algorithm)
    {
        var key = rsa.ExportParameters(includePrivateParameters: true);
        return JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["kty"] = "RSA",
            ["kid"] = "key-7",
            ["alg"] = algorithm,
            ["n"] = Text(key.Modulus!),
            ["e"] = Text(key.Exponent!),
            ["d"] = Text(key.D!),
            ["p"] = Text(key.P!),
            ["q"] = Text(key.Q!),
            ["dp"] = Text(key.DP!),
            ["dq"] = Text(key.DQ!),
            ["qi"] = Text(key.InverseQ!),
        });
    }

    /// <summary>A device that signs, and shows its key to nobody: the public half at the most.</summary>
    private sealed class EcDevice(ECCurve curve, bool isTalkative) : ECDsa
    {
        private readonly ECDsa _key = Create(curve);

        public override int KeySize => 256;

        public ECPoint Point => _key.ExportParameters(includePrivateParameters: false).Q;

        public override ECParameters ExportParameters(bool includePrivateParameters) =>
            isTalkative && !includePrivateParameters ? _key.ExportParameters(includePrivateParameters: false) : throw new CryptographicException();

        public override byte[] SignHash(byte[] hash) => _key.SignHash(hash);

        public override bool VerifyHash(byte[] hash, byte[] signature) => _key.VerifyHash(hash, signature);

        protected override void Dispose(bool disposing)
        {
            _key.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>One for RSA, which signs with the padding of PSS alone.</summary>
    private sealed class RsaDevice : RSA
    {
        private readonly RSA _key = Keys.Rsa();

        public override int KeySize => 2048;

        public byte[] Modulus => _key.ExportParameters(includePrivateParameters: false).Modulus!;

        public override RSAParameters ExportParameters(bool includePrivateParameters) =>
            includePrivateParameters ? throw new CryptographicException() : _key.ExportParameters(includePrivateParameters: false);

        public override void ImportParameters(RSAParameters parameters) => throw new CryptographicException();

        public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) =>
            padding == RSASignaturePadding.Pss ? _key.SignHash(hash, hashAlgorithm, padding) : throw new CryptographicException();

        protected override byte[] HashData(byte[] data, int offset, int count, HashAlgorithmName hashAlgorithm) =>
            CryptographicOperations.HashData(hashAlgorithm, data.AsSpan(offset, count));

        protected override void Dispose(bool disposing)
        {
            _key.Dispose();
            base.Dispose(disposing);
        }
    }
}
