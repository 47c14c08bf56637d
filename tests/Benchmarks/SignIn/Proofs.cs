using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SdkGen.OAuth;
using SdkGen.OAuth.Security;

namespace SdkGen.Benchmarks.SignIn;

/// <summary>
/// What a DPoP proof costs each request to an API (RFC 9449 section 7). The baseline is the signature alone, which nothing can be without; the
/// peer makes the same proof with Microsoft's library, as one would without this one.
/// </summary>
[MemoryDiagnoser]
public class Proofs
{
    private static readonly Uri Address = new("https://api.example.com/orders/7?expand=lines");

    private readonly string _accessToken = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(600));
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private ECDsa _key = null!;
    private byte[] _data = null!;
    private DPoPProver _prover = null!;
    private SigningCredentials _credentials = null!;
    private Dictionary<string, object> _header = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _data = RandomNumberGenerator.GetBytes(500);
        _prover = new(ClientKey.From(_key), "ES256", new(), TimeProvider.System);
        _prover.Remember(Address, isResource: true, "a-nonce-of-the-server");
        _credentials = new(new ECDsaSecurityKey(_key), SecurityAlgorithms.EcdsaSha256);
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(_key));
        _header = new(StringComparer.Ordinal)
        {
            ["typ"] = "dpop+jwt",
            ["jwk"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["kty"] = jwk.Kty, ["crv"] = jwk.Crv, ["x"] = jwk.X, ["y"] = jwk.Y },
        };
        Compare(SdkGen(), IdentityModel());
    }

    [GlobalCleanup]
    public void CleanUp() => _key.Dispose();

    [Benchmark(Baseline = true)]
    public byte[] SignatureAlone() => _key.SignData(_data, HashAlgorithmName.SHA256);

    [Benchmark]
    public string SdkGen() => _prover.Prove("GET", Address, _accessToken);

    [Benchmark]
    public string IdentityModel() => _handler.CreateToken(
        JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["jti"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)),
            ["htm"] = "GET",
            ["htu"] = Address.GetLeftPart(UriPartial.Path),
            ["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["ath"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(_accessToken))),
            ["nonce"] = "a-nonce-of-the-server",
        }),
        _credentials,
        _header);

    /// <summary>Both say the same, but for id and time.</summary>
    private static void Compare(string one, string other)
    {
        var (first, second) = (Names(one), Names(other));
        if (first != second)
        {
            throw new InvalidOperationException($"'{first}' is not '{second}'");
        }

        static string Names(string proof) => string.Join(
            ' ',
            proof.Split('.')[..2].Select(part => string.Join(
                ',',
                JsonElement.Parse(Base64Url.DecodeFromChars(part)).EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal))));
    }
}
