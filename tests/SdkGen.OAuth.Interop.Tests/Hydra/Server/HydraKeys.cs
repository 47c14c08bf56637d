using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SdkGen.OAuth.Interop.Tests.Hydra.Server;

/// <summary>The key that signs ID tokens, made at the start.</summary>
internal sealed class HydraKeys(HydraAddress address) : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);

    public JsonObject ToJson()
    {
        var key = _rsa.ExportParameters(false);
        return new()
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = "hydra",
                ["n"] = Base64Url.EncodeToString(key.Modulus),
                ["e"] = Base64Url.EncodeToString(key.Exponent),
            }),
        };
    }

    public string IdToken(HydraSession session, string accessToken)
    {
        var now = DateTimeOffset.UtcNow;
        var claims = new Dictionary<string, object>
        {
            ["sub"] = session.Subject!,
            ["aud"] = new[] { session.Client.Id },
            ["at_hash"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16)),
            ["auth_time"] = session.AuthenticatedAt.ToUnixTimeSeconds(),
            ["rat"] = session.AuthenticatedAt.ToUnixTimeSeconds(),
            ["sid"] = Guid.NewGuid().ToString(),
            ["jti"] = Guid.NewGuid().ToString(),
        };
        if (session.Nonce is { } nonce)
        {
            claims["nonce"] = nonce;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = address.Issuer,
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            Expires = now.UtcDateTime.AddHours(1),
            SigningCredentials = new(new RsaSecurityKey(_rsa) { KeyId = "hydra" }, "RS256"),
        });
    }

    public void Dispose() => _rsa.Dispose();
}
