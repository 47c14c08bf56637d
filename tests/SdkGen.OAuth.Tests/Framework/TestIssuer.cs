using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests;

/// <summary>An issuer of ID tokens with keys of its own, made anew for each run: what it signs can be wrong in every way.</summary>
public sealed class TestIssuer : IDisposable
{
    public const string Issuer = "https://id.example.com";
    public const string ClientId = "client-1";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ECDsa _ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string KeyId { get; } = "k-" + RandomNumberGenerator.GetHexString(6);

    public static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    public string Keys => new JsonObject { ["keys"] = new JsonArray(RsaKey(), EcKey()) }.ToJsonString();

    public static string Metadata(string issuer = Issuer, Action<JsonObject>? change = null)
    {
        var metadata = new JsonObject
        {
            ["issuer"] = issuer,
            ["authorization_endpoint"] = issuer + "/auth",
            ["token_endpoint"] = issuer + "/token",
            ["jwks_uri"] = issuer + "/keys",
            ["userinfo_endpoint"] = issuer + "/me",
            ["revocation_endpoint"] = issuer + "/revoke",
            ["introspection_endpoint"] = issuer + "/introspect",
            ["device_authorization_endpoint"] = issuer + "/device",
            ["backchannel_authentication_endpoint"] = issuer + "/bc-authorize",
            ["registration_endpoint"] = issuer + "/register",
            ["end_session_endpoint"] = issuer + "/logout",
        };
        change?.Invoke(metadata);
        return metadata.ToJsonString();
    }

    public JsonObject RsaKey()
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = KeyId,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
    }

    public JsonObject EcKey()
    {
        var parameters = _ec.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["kid"] = KeyId + "-ec",
            ["x"] = Base64Url.EncodeToString(parameters.Q.X),
            ["y"] = Base64Url.EncodeToString(parameters.Q.Y),
        };
    }

    public static JsonObject Claims(string? nonce = null) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = ClientId,
        ["sub"] = "user-1",
        ["iat"] = Now,
        ["exp"] = Now + 300,
        ["nonce"] = nonce,
    };

    /// <summary>A signed token.</summary>
    public string Sign(JsonObject claims, Action<JsonObject>? changeHeader = null, string algorithm = "RS256")
    {
        foreach (var name in claims.Where(claim => claim.Value is null).Select(claim => claim.Key).ToList())
        {
            claims.Remove(name);
        }

        return SignText(claims.ToJsonString(), changeHeader, algorithm);
    }

    public string SignText(string claims, Action<JsonObject>? changeHeader = null, string algorithm = "RS256") =>
        SignBytes(Encoding.UTF8.GetBytes(claims), changeHeader, algorithm);

    public string SignBytes(byte[] claims, Action<JsonObject>? changeHeader = null, string algorithm = "RS256")
    {
        var header = new JsonObject { ["alg"] = algorithm.Split(' ')[0], ["kid"] = algorithm == "ES256" ? KeyId + "-ec" : KeyId, ["typ"] = "JWT" };
        changeHeader?.Invoke(header);
        var input = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64Url.EncodeToString(claims)}";
        var bytes = Encoding.ASCII.GetBytes(input);
        var signature = algorithm switch
        {
            "ES256" => _ec.SignData(bytes, HashAlgorithmName.SHA256),
            "ES256 in DER" => _ec.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
            "PS256" => _rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "HS256" => HMACSHA256.HashData(Encoding.UTF8.GetBytes("the-secret"), bytes),
            "RS512" => _rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "none" => [],
            _ => _rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{input}.{Base64Url.EncodeToString(signature)}";
    }

    public string PublicKeyPem() => _rsa.ExportSubjectPublicKeyInfoPem();

    public void Dispose()
    {
        _rsa.Dispose();
        _ec.Dispose();
    }
}
