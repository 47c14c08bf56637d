using System.Text.Json;

namespace SdkGen.OAuth.Security;

/// <summary>
/// Proves the possession of a key (RFC 9449 section 4): one proof for one request, with an id of its own and the nonce that its server asked for.
/// </summary>
internal sealed class DPoPProver
{
    private readonly ClientKey _key;
    private readonly DPoPNonces _nonces;
    private readonly TimeProvider _timeProvider;
    private readonly string _header;

    public DPoPProver(ClientKey key, string algorithm, DPoPNonces nonces, TimeProvider timeProvider)
    {
        _key = key;
        _nonces = nonces;
        _timeProvider = timeProvider;
        Algorithm = algorithm;
        _header = CompactJwt.Part(writer =>
        {
            writer.WriteString("typ", "dpop+jwt");
            writer.WriteString("alg", algorithm);
            writer.WritePropertyName("jwk");
            key.WritePublicKey(writer);
        });
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
        return CompactJwt.Sign(_header, Write, data => _key.Sign(data, Algorithm));

        void Write(Utf8JsonWriter writer)
        {
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
        }
    }

    /// <summary>Keeps the nonce of a reply for the next proof to the same server.</summary>
    public void Remember(Uri address, bool isResource, string? nonce) => _nonces.Remember(address, isResource, nonce);

    /// <summary><c>ath</c>: the hash of an access token (section 4.2).</summary>
    public static string HashOf(string accessToken) => AsciiHash.Of(accessToken);

    /// <summary><c>htu</c>: the address as it goes over the wire, without query and fragment (section 4.2).</summary>
    public static string TargetOf(Uri address)
    {
        var host = address.HostNameType == UriHostNameType.Dns ? address.IdnHost : address.Host;
        return address.Scheme + "://" + host + (address.IsDefaultPort ? "" : ":" + address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
            + address.AbsolutePath;
    }
}
