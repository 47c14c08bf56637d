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
        var issuedAt = now.ToUnixTimeSeconds();
        return CompactJwt.Sign(CompactJwt.Header(algorithm, declared.Type, key), Write, sign);

        void Write(Utf8JsonWriter writer)
        {
            writer.WriteString("iss", issuer);
            writer.WriteString("sub", clientId);
            writer.WriteString("aud", audience);
            writer.WriteString("jti", RandomText.Create());
            writer.WriteNumber("iat", issuedAt);
            writer.WriteNumber("nbf", issuedAt);
            writer.WriteNumber("exp", issuedAt + declared.Lifetime);
        }
    }

    /// <summary>Signs with the client's secret (<c>client_secret_jwt</c>).</summary>
    public static byte[] SignWithSecret(string secret, byte[] data) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), data);
}
