using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SdkGen.OAuth.Providers.Tests.Framework;

/// <summary>The keys of the imitated providers and of their clients, made for each run.</summary>
internal static class Keys
{
    private static readonly RSA Provider = RSA.Create(2048);
    private static readonly RSA Rsa = RSA.Create(2048);
    private static readonly ECDsa Ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The key set of a provider (RFC 7517).</summary>
    public static string Set { get; } = WriteSet();

    /// <summary>A client's key.</summary>
    public static ClientKey Client(string algorithm) => algorithm == "ES256" ? ClientKey.From(Ec, "key-1") : ClientKey.From(Rsa, "key-1");

    /// <summary>A token that the provider signs; with HS256, by the client's secret.</summary>
    public static string Sign(string algorithm, string claims, string secret)
    {
        var signed = Encode($$"""{"alg":"{{algorithm}}","kid":"provider-1"}""") + "." + Encode(claims);
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = algorithm == "HS256"
            ? HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes)
            : Provider.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return signed + "." + Base64Url.EncodeToString(signature);
    }

    /// <summary>Whether the client's key made a signature.</summary>
    public static bool Verify(string algorithm, string signed, byte[] signature) => algorithm == "ES256"
        ? Ec.VerifyData(Encoding.UTF8.GetBytes(signed), signature, HashAlgorithmName.SHA256)
        : Rsa.VerifyData(Encoding.UTF8.GetBytes(signed), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string WriteSet()
    {
        var key = Provider.ExportParameters(includePrivateParameters: false);
        return JsonSerializer.Serialize(new
        {
            keys = new[]
            {
                new { kty = "RSA", use = "sig", alg = "RS256", kid = "provider-1", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) },
            },
        });
    }
}
