using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SdkGen.OAuth.Security;

/// <summary>
/// Proves the possession of a key (RFC 9449 section 4): one proof for one request, with an id of its own and the nonce that its server asked for.
/// </summary>
internal sealed class DPoPProver
{
    /// <summary>The plus of <c>dpop+jwt</c> stays one: somebody compares texts.</summary>
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ClientKey _key;
    private readonly DPoPNonces _nonces;
    private readonly TimeProvider _timeProvider;
    private readonly byte[] _header;

    public DPoPProver(ClientKey key, string algorithm, DPoPNonces nonces, TimeProvider timeProvider)
    {
        _key = key;
        _nonces = nonces;
        _timeProvider = timeProvider;
        Algorithm = algorithm;
        var header = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(header, Json))
        {
            writer.WriteStartObject();
            writer.WriteString("typ", "dpop+jwt");
            writer.WriteString("alg", algorithm);
            writer.WritePropertyName("jwk");
            key.WritePublicKey(writer);
            writer.WriteEndObject();
        }

        _header = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(header.WrittenSpan) + ".");
    }

    public string Algorithm { get; }

    /// <summary>The thumbprint of the key (RFC 7638), as <c>dpop_jkt</c> and <c>cnf.jkt</c> have it.</summary>
    public string Thumbprint => _key.Thumbprint;

    /// <summary>Makes the proof for one request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="address">The address that is called.</param>
    /// <param name="accessToken">The token that the request carries; nothing at the token endpoint, which gives it first.</param>
    public string Prove(string method, Uri address, string? accessToken)
    {
        var claims = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(claims, Json))
        {
            writer.WriteStartObject();
            writer.WriteString("jti", RandomText.Create());
            writer.WriteString("htm", method.ToUpperInvariant());
            writer.WriteString("htu", TargetOf(address));
            writer.WriteNumber("iat", _timeProvider.GetUtcNow().ToUnixTimeSeconds());
            if (accessToken is not null)
            {
                writer.WriteString("ath", HashOf(accessToken));
            }

            if (_nonces.Find(address, accessToken is not null) is { } nonce)
            {
                writer.WriteString("nonce", nonce);
            }

            writer.WriteEndObject();
        }

        // Every request to an API has one of these, so the parts are written once, where they stay.
        var signed = new byte[_header.Length + Base64Url.GetEncodedLength(claims.WrittenCount)];
        _header.CopyTo(signed, 0);
        Base64Url.EncodeToUtf8(claims.WrittenSpan, signed.AsSpan(_header.Length));
        var signature = _key.Sign(signed, Algorithm);
        return string.Create(signed.Length + 1 + Base64Url.GetEncodedLength(signature.Length), (signed, signature), static (text, parts) =>
        {
            var end = Encoding.ASCII.GetChars(parts.signed, text);
            text[end] = '.';
            Base64Url.EncodeToChars(parts.signature, text[(end + 1)..]);
        });
    }

    /// <summary>Keeps the nonce of a reply for the next proof to the same server.</summary>
    public void Remember(Uri address, bool isResource, string? nonce) => _nonces.Remember(address, isResource, nonce);

    /// <summary><c>ath</c>: the hash of an access token (section 4.2).</summary>
    public static string HashOf(string accessToken)
    {
        var text = accessToken.Length <= 1024 ? stackalloc byte[accessToken.Length] : new byte[accessToken.Length];
        Encoding.ASCII.GetBytes(accessToken, text);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return Base64Url.EncodeToString(hash);
    }

    /// <summary><c>htu</c>: the address as it goes over the wire, without query and fragment (section 4.2).</summary>
    public static string TargetOf(Uri address)
    {
        var host = address.HostNameType == UriHostNameType.Dns ? address.IdnHost : address.Host;
        return address.Scheme + "://" + host + (address.IsDefaultPort ? "" : ":" + address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
            + address.AbsolutePath;
    }
}
