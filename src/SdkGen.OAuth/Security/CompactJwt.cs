using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SdkGen.OAuth.Security;

/// <summary>Writes JWTs in their compact form (RFC 7515 section 7.1): two JSON objects and a signature, base64url each.</summary>
internal static class CompactJwt
{
    /// <summary>The plus of a type such as <c>dpop+jwt</c> stays one: somebody compares texts.</summary>
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A header, which names the key that signs as its provider knows it.</summary>
    public static string Header(string algorithm, string type, ClientKey? key) => Part(writer =>
    {
        writer.WriteString("alg", algorithm);
        if (type.Length > 0)
        {
            writer.WriteString("typ", type);
        }

        if (key?.KeyId is { } keyId)
        {
            writer.WriteString("kid", keyId);
        }

        if (key?.CertificateThumbprint is { } thumbprint)
        {
            writer.WriteString("x5t#S256", thumbprint);
        }
    });

    /// <summary>One part: the members of a JSON object.</summary>
    public static string Part(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Json))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }

    /// <summary>Both parts, and their signature.</summary>
    public static string Sign(string header, string claims, Func<byte[], byte[]> sign)
    {
        var signed = header + "." + claims;
        return signed + "." + Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)));
    }
}
