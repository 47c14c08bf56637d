using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SdkGen.Endurance.Provider;

/// <summary>The keys of the provider: the newest signs, and the one before it is still published.</summary>
internal sealed class SigningKeys
{
    private readonly Lock _lock = new();
    private readonly JsonWebTokenHandler _handler = new();
    private (string Id, ECDsa Key)[] _keys = [Create(0)];
    private int _rotations;

    public int Rotations => _rotations;

    public void Rotate()
    {
        lock (_lock)
        {
            _keys = [Create(++_rotations), _keys[0]];
        }
    }

    public object[] Published() =>
    [
        .. Volatile.Read(ref _keys).Select(key =>
        {
            var point = key.Key.ExportParameters(includePrivateParameters: false).Q;
            return new Dictionary<string, string>
            {
                ["kty"] = "EC", ["crv"] = "P-256", ["use"] = "sig", ["kid"] = key.Id,
                ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y),
            };
        }),
    ];

    public string Sign(string issuer, string clientId, string subject, string? nonce, DateTimeOffset now)
    {
        var (id, key) = Volatile.Read(ref _keys)[0];
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = clientId,
            IssuedAt = now.UtcDateTime,
            NotBefore = null,
            Expires = now.UtcDateTime.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = subject, ["name"] = subject, ["nonce"] = nonce ?? "" },
            SigningCredentials = new(new ECDsaSecurityKey(key) { KeyId = id, CryptoProviderFactory = new() { CacheSignatureProviders = false } }, "ES256"),
        });
    }

    private static (string Id, ECDsa Key) Create(int number) => ($"key-{number}", ECDsa.Create(ECCurve.NamedCurves.nistP256));
}
