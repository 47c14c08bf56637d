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

    /// <summary>A part by itself, for a header that is used more than once.</summary>
    public static string Part(Action<Utf8JsonWriter> members) => Base64Url.EncodeToString(Write(members).WrittenSpan);

    /// <summary>A header, claims, and their signature.</summary>
    public static string Sign(string header, Action<Utf8JsonWriter> claims, Func<byte[], byte[]> sign)
    {
        // Every request to an API may have one of these, so each part is written once, where it stays.
        var written = Write(claims);
        var signed = new byte[header.Length + 1 + Base64Url.GetEncodedLength(written.WrittenCount)];
        signed[Encoding.ASCII.GetBytes(header, signed)] = (byte)'.';
        Base64Url.EncodeToUtf8(written.WrittenSpan, signed.AsSpan(header.Length + 1));
        var signature = sign(signed);
        return string.Create(signed.Length + 1 + Base64Url.GetEncodedLength(signature.Length), (signed, signature), static (text, parts) =>
        {
            var end = Encoding.ASCII.GetChars(parts.signed, text);
            text[end] = '.';
            Base64Url.EncodeToChars(parts.signature, text[(end + 1)..]);
        });
    }

    private static ArrayBufferWriter<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, Json);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
        return buffer;
    }
}
