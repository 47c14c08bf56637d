using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace SdkGen.OAuth.Interop.Tests.Polis;

/// <summary>Polis, with an identity provider behind it that speaks SAML, and one that speaks OpenID Connect.</summary>
public sealed class PolisPeer() : NodePeer("polis")
{
    private JsonElement _places;

    /// <summary>Where Polis is.</summary>
    public string Address => Text("address");

    /// <summary>Where the identity provider begins a sign-in that nobody asked for.</summary>
    public Uri Initiate => new(Text("initiate"));

    /// <summary>The id and the secret that the administration made for a connection: <c>saml</c> or <c>oidc</c>.</summary>
    public (string ClientId, string ClientSecret) Connection(string name) =>
        (Place(name).GetProperty("clientId").GetString()!, Place(name).GetProperty("clientSecret").GetString()!);

    protected override string Title => "Polis";

    private protected override async Task<PeerProcess> StartAsync()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=idp", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var process = StartScript(
            "server.cjs", JsonSerializer.Serialize(new { certificate = certificate.ExportCertificatePem(), key = key.ExportPkcs8PrivateKeyPem() }));
        _places = JsonDocument.Parse(await process.FirstLineAsync()).RootElement;
        return process;
    }

    private string Text(string name) => Place(name).GetString()!;

    private JsonElement Place(string name)
    {
        Require();
        return _places.GetProperty(name);
    }
}
