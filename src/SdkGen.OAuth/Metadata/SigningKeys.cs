using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Metadata;

/// <summary>Reads a JSON Web Key Set (RFC 7517): the keys that can verify a signature, and nothing else of it.</summary>
internal static class SigningKeys
{
    private const int MinRsaBits = 2048;

    /// <summary>The usable keys. One that is unknown, damaged, weak or for something else is passed over, never an error.</summary>
    /// <exception cref="JsonException">The document is no key set.</exception>
    public static List<JsonWebKey> Parse(ReadOnlySpan<byte> json)
    {
        var document = ForeignJson.ParseTolerantly(json);
        if (ForeignJson.Member(document, "keys") is not { ValueKind: JsonValueKind.Array } keys)
        {
            throw new JsonException("There is no array of keys.");
        }

        var usable = new List<JsonWebKey>();
        foreach (var key in keys.EnumerateArray())
        {
            if (key.ValueKind == JsonValueKind.Object && ForeignJson.IsReadable(key) && TryRead(key) is { } read)
            {
                usable.Add(read);
            }
        }

        return usable;
    }

    /// <summary>Whether a key can have made a signature of this algorithm: type, curve and, if stated, the algorithm itself.</summary>
    public static bool Fits(JsonWebKey key, string algorithm) =>
        (string.IsNullOrEmpty(key.Alg) || key.Alg == algorithm)
        && algorithm switch
        {
            "RS256" or "RS384" or "RS512" or "PS256" or "PS384" or "PS512" => key.Kty == "RSA",
            "ES256" => key is { Kty: "EC", Crv: "P-256" },
            "ES384" => key is { Kty: "EC", Crv: "P-384" },
            "ES512" => key is { Kty: "EC", Crv: "P-521" },
            _ => false,
        };

    private static JsonWebKey? TryRead(JsonElement key)
    {
        var use = Text(key, "use");
        if (use is not (null or "sig") || !MayVerify(key))
        {
            return null;
        }

        // Only the public members are taken over: a set that publishes a private key does not hand it to us.
        var read = new JsonWebKey { Kty = Text(key, "kty"), Kid = Text(key, "kid"), Alg = Text(key, "alg"), Crv = Text(key, "crv") };
        switch (read.Kty)
        {
            case "RSA" when Bytes(key, "n") is { } modulus && Bytes(key, "e") is { Length: > 0 } && Bits(modulus) >= MinRsaBits:
                read.N = Text(key, "n");
                read.E = Text(key, "e");
                return read;

            case "EC" when CoordinateSize(read.Crv) is var size and > 0 && Bytes(key, "x")?.Length == size && Bytes(key, "y")?.Length == size:
                read.X = Text(key, "x");
                read.Y = Text(key, "y");
                return read;

            default:
                return null;
        }
    }

    private static int CoordinateSize(string? curve) => curve switch
    {
        "P-256" => 32,
        "P-384" => 48,
        "P-521" => 66,
        _ => 0,
    };

    private static int Bits(byte[] modulus)
    {
        var start = 0;
        while (start < modulus.Length && modulus[start] == 0)
        {
            start++;
        }

        return (modulus.Length - start) * 8;
    }

    private static bool MayVerify(JsonElement key) =>
        !key.TryGetProperty("key_ops", out var operations)
        || operations.ValueKind != JsonValueKind.Array
        || operations.EnumerateArray().Any(operation => operation.ValueKind == JsonValueKind.String && operation.ValueEquals("verify"));

    private static string? Text(JsonElement key, string name) =>
        key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[]? Bytes(JsonElement key, string name) =>
        Text(key, name) is { } text && Security.StrictBase64Url.TryDecode(text, out var bytes) ? bytes : null;
}
