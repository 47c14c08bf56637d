using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SdkGen.OAuth.Tests;

/// <summary>A DPoP proof as its receiver reads it (RFC 9449 section 4.3): by the key in its own header.</summary>
internal sealed class Proof
{
    private Proof(string jwt)
    {
        var parts = jwt.Split('.');
        HeaderText = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0]));
        Header = JsonElement.Parse(HeaderText);
        Claims = JsonElement.Parse(Base64Url.DecodeFromChars(parts[1]));
        IsSigned = Verify(Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), Base64Url.DecodeFromChars(parts[2]));
    }

    public JsonElement Header { get; }

    public string HeaderText { get; }

    public JsonElement Claims { get; }

    public bool IsSigned { get; }

    public string? Nonce => this["nonce"];

    public string? Id => this["jti"];

    /// <summary>The thumbprint of the key (RFC 7638), computed by hand.</summary>
    public string Thumbprint
    {
        get
        {
            var jwk = Header.GetProperty("jwk");
            var text = jwk.GetProperty("kty").GetString() == "RSA"
                ? $$"""{"e":"{{jwk.GetProperty("e")}}","kty":"RSA","n":"{{jwk.GetProperty("n")}}"}"""
                : $$"""{"crv":"{{jwk.GetProperty("crv")}}","kty":"EC","x":"{{jwk.GetProperty("x")}}","y":"{{jwk.GetProperty("y")}}"}""";
            return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }
    }

    public string? this[string claim] => Claims.TryGetProperty(claim, out var value) ? value.GetString() : null;

    public static Proof Of(WireRequest request) => new(request.Headers["DPoP"]);

    public static Proof Read(string jwt) => new(jwt);

    private bool Verify(byte[] data, byte[] signature)
    {
        var jwk = Header.GetProperty("jwk");
        var algorithm = Header.GetProperty("alg").GetString()!;
        var hash = algorithm[2..] switch { "384" => HashAlgorithmName.SHA384, "512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 };
        if (jwk.GetProperty("kty").GetString() == "RSA")
        {
            using var rsa = RSA.Create(new RSAParameters { Modulus = Bytes(jwk, "n"), Exponent = Bytes(jwk, "e") });
            return rsa.VerifyData(data, signature, hash, algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
        }

        var curve = jwk.GetProperty("crv").GetString() switch { "P-256" => ECCurve.NamedCurves.nistP256, "P-384" => ECCurve.NamedCurves.nistP384, _ => ECCurve.NamedCurves.nistP521 };
        using var ec = ECDsa.Create(new ECParameters { Curve = curve, Q = new() { X = Bytes(jwk, "x"), Y = Bytes(jwk, "y") } });
        return ec.VerifyData(data, signature, hash);
    }

    private static byte[] Bytes(JsonElement jwk, string name) => Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());
}
