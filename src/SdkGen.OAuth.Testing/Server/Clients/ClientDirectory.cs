using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The clients of the server: four that are always there, and those of the options.</summary>
internal sealed class ClientDirectory
{
    private const string ConfidentialId = "test-client";
    private const string PublicId = "test-public-client";
    private const string KeyId = "test-key-client";
    private const string CertificateId = "test-certificate-client";

    public ClientDirectory(IEnumerable<TestClient> stated)
    {
        var clients = new Dictionary<string, TestClient>(StringComparer.Ordinal);
        foreach (var client in stated)
        {
            ArgumentException.ThrowIfNullOrEmpty(client.ClientId);
            if (!clients.TryAdd(client.ClientId, client))
            {
                throw new ArgumentException($"There are two clients with the id '{client.ClientId}'.");
            }
        }

        Confidential = Get(ConfidentialId, () => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
        Public = Get(PublicId, () => null);
        Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        WithKey = Get(KeyId, () => null, Key.ExportSubjectPublicKeyInfoPem());
        Certificate = TestCertificate.Create(CertificateId);
        WithCertificate = Get(CertificateId, () => null, certificate: Certificate.ExportCertificatePem());
        All = [.. clients.Values];

        TestClient Get(string id, Func<string?> secret, string? publicKey = null, string? certificate = null) =>
            clients.TryGetValue(id, out var client)
                ? client
                : clients[id] = new() { ClientId = id, ClientSecret = secret(), PublicKey = publicKey, Certificate = certificate };
    }

    public IReadOnlyList<TestClient> All { get; }

    public TestClient Confidential { get; }

    public TestClient Public { get; }

    /// <summary>The client that authenticates with a key.</summary>
    public TestClient WithKey { get; }

    /// <summary>Its private key, with which the confidential client signs requests too.</summary>
    public ECDsa Key { get; }

    /// <summary>The client that authenticates with a certificate.</summary>
    public TestClient WithCertificate { get; }

    /// <summary>That certificate, with its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The public key of a client, as a PEM.</summary>
    public string? KeyOf(string? clientId) => All.FirstOrDefault(client => client.ClientId == clientId) is { } client
        ? client.PublicKey ?? (client == Confidential ? Key.ExportSubjectPublicKeyInfoPem() : null)
        : null;
}
