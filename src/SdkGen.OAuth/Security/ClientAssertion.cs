using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SdkGen.OAuth.Security;

/// <summary>The JWT by which a client authenticates (RFC 7523 section 3): made anew for every request, and good for one minute.</summary>
internal static class ClientAssertion
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>Makes an assertion.</summary>
    /// <param name="issuer">Who makes it; also its subject, unless that is another.</param>
    /// <param name="clientId">The client.</param>
    /// <param name="audience">Whom it is for: one text, not a list.</param>
    /// <param name="declared">What the provider wants differently.</param>
    /// <param name="now">The time.</param>
    /// <param name="algorithm">The algorithm of the signature.</param>
    /// <param name="key">The key, or nothing if the signature is made with the secret.</param>
    /// <param name="sign">Signs.</param>
    /// <returns>The assertion in its compact form.</returns>
    public static string Create(
        string issuer,
        string clientId,
        string audience,
        OAuthClientAssertionAttribute declared,
        DateTimeOffset now,
        string algorithm,
        ClientKey? key,
        Func<byte[], byte[]> sign)
    {
        var header = Write(writer =>
        {
            writer.WriteString("alg", algorithm);
            if (declared.Type.Length > 0)
            {
                writer.WriteString("typ", declared.Type);
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
        var issuedAt = now.ToUnixTimeSeconds();
        var claims = Write(writer =>
        {
            writer.WriteString("iss", issuer);
            writer.WriteString("sub", clientId);
            writer.WriteString("aud", audience);
            writer.WriteString("jti", RandomText.Create());
            writer.WriteNumber("iat", issuedAt);
            writer.WriteNumber("nbf", issuedAt);
            writer.WriteNumber("exp", issuedAt + declared.Lifetime);
        });
        var signed = header + "." + claims;
        return signed + "." + Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)));
    }

    /// <summary>Signs with the client's secret (<c>client_secret_jwt</c>).</summary>
    public static byte[] SignWithSecret(string secret, byte[] data) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), data);

    private static string Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }
}
