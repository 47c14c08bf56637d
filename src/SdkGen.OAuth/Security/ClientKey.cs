using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace SdkGen.OAuth;

/// <summary>
/// A private key of the client. With it the client signs the assertions by which it authenticates (RFC 7523), instead of sending a secret;
/// then the provider has the public half. Or it proves by it that tokens are its own (DPoP, RFC 9449); then proofs carry the public half.
/// </summary>
/// <remarks>
/// The key stays in this object: no member returns it and no text holds it. Keep it where secrets are kept, never in source code. The object
/// can be used by many threads and does not own the algorithm object that it was made from.
/// </remarks>
public sealed class ClientKey
{
    private const int MinRsaBits = 2048;

    private readonly AsymmetricAlgorithm _key;
    private readonly Lock _lock = new();
    private string? _thumbprint;

    private ClientKey(AsymmetricAlgorithm key, string? keyId, string? algorithm, string? thumbprint = null)
    {
        _key = key;
        KeyId = keyId;
        CertificateThumbprint = thumbprint;
        SupportedAlgorithms = AlgorithmsOf(key);
        if (algorithm is not null && !SupportedAlgorithms.Contains(algorithm))
        {
            throw new ArgumentException(
                $"A key of this kind does not sign by '{algorithm}': state one of {string.Join(", ", SupportedAlgorithms)}, or none.", nameof(algorithm));
        }

        Algorithm = algorithm;
        ProveItIsPrivate();
    }

    /// <summary>The id under which the provider knows the key: the <c>kid</c> of what is signed. <see langword="null"/> leaves it out.</summary>
    public string? KeyId { get; }

    /// <summary>
    /// The algorithm (RFC 7518 section 3.1). <see langword="null"/>: the first of <see cref="SupportedAlgorithms"/> that the provider announces.
    /// </summary>
    public string? Algorithm { get; }

    /// <summary>The algorithms by which a key of this kind can sign; the preferred one comes first.</summary>
    public IReadOnlyList<string> SupportedAlgorithms { get; }

    /// <summary>The SHA-256 thumbprint of the certificate that the key is from, as <c>x5t#S256</c> has it (RFC 7515 section 4.1.8).</summary>
    internal string? CertificateThumbprint { get; }

    /// <summary>The thumbprint of the public key (RFC 7638): the hash of its members in the one order that there is.</summary>
    internal string Thumbprint
    {
        get
        {
            if (_thumbprint is null)
            {
                var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
                using (var writer = new Utf8JsonWriter(buffer))
                {
                    WritePublicKey(writer);
                }

                _thumbprint = Base64Url.EncodeToString(SHA256.HashData(buffer.WrittenSpan));
            }

            return _thumbprint;
        }
    }

    /// <summary>Reads a key in PEM: PKCS #8, or the older forms for RSA and EC. Encrypted keys are not read.</summary>
    /// <param name="pem">The text, with its <c>-----BEGIN … PRIVATE KEY-----</c>.</param>
    /// <param name="keyId">The id of the key.</param>
    /// <param name="algorithm">The algorithm, if the provider wants a certain one.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">It is no private RSA or EC key, or too short.</exception>
    public static ClientKey FromPem(string pem, string? keyId = null, string? algorithm = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pem);
        return new(ImportPem(pem), keyId, algorithm);
    }

    /// <summary>Reads a key that is a JSON Web Key (RFC 7517). Its <c>kid</c> and <c>alg</c> are used.</summary>
    /// <param name="json">The key: <c>kty</c> is <c>RSA</c> or <c>EC</c>, and the private members are there.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">It is no private RSA or EC key, or too short.</exception>
    public static ClientKey FromJsonWebKey(string json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(json);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var jwk = document.RootElement;
            return new(ImportJwk(jwk), Text(jwk, "kid"), Text(jwk, "alg"));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or CryptographicException or InvalidOperationException)
        {
            // The parser's message would quote the key.
            throw new ArgumentException("This is no JSON Web Key with a private RSA or EC key (RFC 7517).", nameof(json));
        }
    }

    /// <summary>Uses the private key of a certificate, and names the certificate in what is signed (<c>x5t#S256</c>).</summary>
    /// <param name="certificate">The certificate, with its private key.</param>
    /// <param name="algorithm">The algorithm, if the provider wants a certain one.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The certificate has no private RSA or EC key.</exception>
    public static ClientKey FromCertificate(X509Certificate2 certificate, string? algorithm = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        AsymmetricAlgorithm? key = certificate.GetRSAPrivateKey();
        key ??= certificate.GetECDsaPrivateKey();
        return key is null
            ? throw new ArgumentException("The certificate has no private key, or none that is RSA or EC.", nameof(certificate))
            : new(key, keyId: null, algorithm, Security.CertificateThumbprint.Of(certificate));
    }

    /// <summary>Uses an EC key, which may lie in hardware.</summary>
    /// <param name="key">The key, on the curve P-256, P-384 or P-521.</param>
    /// <param name="keyId">The id of the key.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">It is no private key, or on another curve.</exception>
    public static ClientKey From(ECDsa key, string? keyId = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(key, keyId, algorithm: null);
    }

    /// <summary>Uses an RSA key, which may lie in hardware.</summary>
    /// <param name="key">The key, of at least 2048 bits.</param>
    /// <param name="keyId">The id of the key.</param>
    /// <param name="algorithm">The algorithm, if the provider wants a certain one.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">It is no private key, or too short.</exception>
    public static ClientKey From(RSA key, string? keyId = null, string? algorithm = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(key, keyId, algorithm);
    }

    /// <summary>Names the kind of key and its id; nothing of the key itself.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{(_key is RSA ? "RSA" : "EC")} key{(KeyId is null ? "" : $" '{KeyId}'")}";

    /// <summary>Makes a key that nobody else has: P-256, for ES256.</summary>
    internal static ClientKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256), keyId: null, algorithm: null);

    /// <summary>Writes the public members as a JSON Web Key, in the order of RFC 7638 section 3.3, and nothing else.</summary>
    internal void WritePublicKey(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (_key is RSA rsa)
        {
            var key = Export(() => rsa.ExportParameters(includePrivateParameters: false));
            writer.WriteString("e", Base64Url.EncodeToString(key.Exponent));
            writer.WriteString("kty", "RSA");
            writer.WriteString("n", Base64Url.EncodeToString(key.Modulus));
        }
        else
        {
            var ec = (ECDsa)_key;
            var key = Export(() => ec.ExportParameters(includePrivateParameters: false));
            writer.WriteString("crv", ec.KeySize switch { 256 => "P-256", 384 => "P-384", _ => "P-521" });
            writer.WriteString("kty", "EC");
            writer.WriteString("x", Base64Url.EncodeToString(key.Q.X));
            writer.WriteString("y", Base64Url.EncodeToString(key.Q.Y));
        }

        writer.WriteEndObject();
    }

    /// <summary>The algorithm to use at a provider, or nothing if it takes none of this key's.</summary>
    internal string? Choose(IReadOnlyList<string>? announced) =>
        Algorithm ?? (announced is null or { Count: 0 } ? SupportedAlgorithms[0] : SupportedAlgorithms.FirstOrDefault(announced.Contains));

    /// <summary>Signs as RFC 7518 section 3 says.</summary>
    internal byte[] Sign(byte[] data, string algorithm)
    {
        var hash = algorithm[2..] switch
        {
            "384" => HashAlgorithmName.SHA384,
            "512" => HashAlgorithmName.SHA512,
            _ => HashAlgorithmName.SHA256,
        };

        // The algorithm objects of .NET are not made for several threads at once.
        lock (_lock)
        {
            return _key is RSA rsa
                ? rsa.SignData(data, hash, algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1)
                : ((ECDsa)_key).SignData(data, hash);
        }
    }

    private T Export<T>(Func<T> export)
    {
        lock (_lock)
        {
            return export();
        }
    }

    private static string[] AlgorithmsOf(AsymmetricAlgorithm key) => key switch
    {
        RSA { KeySize: < MinRsaBits } => throw new ArgumentException($"An RSA key has at least {MinRsaBits} bits (RFC 7518 section 3.3); this one has {key.KeySize}."),
        RSA => ["RS256", "PS256", "RS384", "PS384", "RS512", "PS512"],
        ECDsa { KeySize: 256 } ec when IsOn(ec, ECCurve.NamedCurves.nistP256) => ["ES256"],
        ECDsa { KeySize: 384 } ec when IsOn(ec, ECCurve.NamedCurves.nistP384) => ["ES384"],
        ECDsa { KeySize: 521 } => ["ES512"],
        _ => throw new ArgumentException("An EC key is on the curve P-256, P-384 or P-521 (RFC 7518 section 3.4)."),
    };

    /// <summary>Other curves have keys of the same size. A device that tells nothing of a key is taken at its word.</summary>
    private static bool IsOn(ECDsa key, ECCurve curve)
    {
        try
        {
            return key.ExportParameters(includePrivateParameters: false).Curve is { IsNamed: true } actual && actual.Oid.Value == curve.Oid.Value;
        }
        catch (Exception exception) when (exception is CryptographicException or NotSupportedException)
        {
            return true;
        }
    }

    /// <summary>A key in hardware cannot be exported, so it is asked for what it is there for.</summary>
    private void ProveItIsPrivate()
    {
        try
        {
            Sign([], Algorithm ?? SupportedAlgorithms[0]);
        }
        catch (CryptographicException)
        {
            throw new ArgumentException("This key cannot sign: it is the public half.");
        }
    }

    private static AsymmetricAlgorithm ImportPem(string pem)
    {
        foreach (var key in new AsymmetricAlgorithm[] { RSA.Create(), ECDsa.Create() })
        {
            try
            {
                key.ImportFromPem(pem);
                return key;
            }
            catch (Exception exception) when (exception is ArgumentException or CryptographicException)
            {
                key.Dispose();
            }
        }

        throw new ArgumentException("This is no PEM of an unencrypted private RSA or EC key.", nameof(pem));
    }

    private static AsymmetricAlgorithm ImportJwk(JsonElement jwk)
    {
        if (Text(jwk, "kty") == "RSA")
        {
            return RSA.Create(new RSAParameters
            {
                Modulus = Bytes(jwk, "n"),
                Exponent = Bytes(jwk, "e"),
                D = Bytes(jwk, "d"),
                P = Bytes(jwk, "p"),
                Q = Bytes(jwk, "q"),
                DP = Bytes(jwk, "dp"),
                DQ = Bytes(jwk, "dq"),
                InverseQ = Bytes(jwk, "qi"),
            });
        }

        return ECDsa.Create(new ECParameters
        {
            Curve = Text(jwk, "crv") switch
            {
                "P-256" => ECCurve.NamedCurves.nistP256,
                "P-384" => ECCurve.NamedCurves.nistP384,
                "P-521" => ECCurve.NamedCurves.nistP521,
                _ => throw new FormatException(),
            },
            D = Bytes(jwk, "d"),
            Q = new() { X = Bytes(jwk, "x"), Y = Bytes(jwk, "y") },
        });
    }

    private static string? Text(JsonElement jwk, string name) => jwk.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static byte[] Bytes(JsonElement jwk, string name) => Base64Url.DecodeFromChars(Text(jwk, name) ?? throw new FormatException());
}
