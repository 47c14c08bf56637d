using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>
/// The keys of the server, made at its start and never stored. A key that was rotated out is published no more, yet the server goes on
/// taking its own tokens that were signed with it: refresh tokens outlive a rotation.
/// </summary>
internal sealed class SigningKeyRing
{
    private readonly Lock _lock = new();
    private readonly string _algorithm;
    private SigningCredentials[] _keys;

    public SigningKeyRing(string algorithm)
    {
        _algorithm = algorithm;
        _keys = [Create(algorithm)];
    }

    /// <summary>The key that signs.</summary>
    public SigningCredentials Current => _keys[0];

    /// <summary>All keys that there ever were, the current one first.</summary>
    public IEnumerable<SecurityKey> All => _keys.Select(credentials => credentials.Key);

    /// <summary>What encrypts codes and refresh tokens, which nobody else has to read.</summary>
    public EncryptingCredentials Encryption { get; } = new(
        new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512);

    /// <summary>Signs a message of the server with its current key.</summary>
    public string Sign(JsonObject claims, string type) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            claims.ToJsonString(), Current, new Dictionary<string, object> { ["typ"] = type });

    public void Rotate()
    {
        var next = Create(_algorithm);
        lock (_lock)
        {
            _keys = [next, .. _keys];
        }
    }

    private static SigningCredentials Create(string algorithm) => algorithm switch
    {
        "RS256" or "RS384" or "RS512" or "PS256" or "PS384" or "PS512" => new(new RsaSecurityKey(RsaKeys.Take()), algorithm),
        "ES256" => new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)), algorithm),
        "ES384" => new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP384)), algorithm),
        "ES512" => new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP521)), algorithm),
        _ => throw new ArgumentException($"'{algorithm}' is no signature algorithm of RFC 7518 that the server has: state RS256, PS256 or ES256."),
    };
}
