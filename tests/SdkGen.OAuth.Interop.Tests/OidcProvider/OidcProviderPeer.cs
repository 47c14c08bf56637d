using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>oidc-provider, a certified server of the OpenID Foundation's member Filip Skokan, under several settings.</summary>
public sealed class OidcProviderPeer() : NodePeer("oidc-provider")
{
    public const string Secret = "for-this-test-only-and-longer-than-32-bytes";

    public const string WeirdId = "we:ird id";

    public const string WeirdSecret = "p%2B+a/=&:secret~";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _server = TestCertificate.Create("127.0.0.1");
    private Dictionary<string, string> _issuers = [];

    public string InitialAccessToken { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    public ClientKey Key => ClientKey.From(_key, "interop");

    /// <summary>What the client <c>mtls</c> is known by.</summary>
    public X509Certificate2 Certificate { get; } = TestCertificate.Create("client");

    protected override string Title => "oidc-provider";

    /// <summary>The issuer of one setting: <c>open</c>, <c>par</c> or <c>nonce</c>.</summary>
    public string Issuer(string setting = "open")
    {
        Require();
        return _issuers[setting];
    }

    private protected override async Task<PeerProcess> StartAsync()
    {
        var point = _key.ExportParameters(false).Q;
        var input = JsonSerializer.Serialize(new
        {
            initialAccessToken = InitialAccessToken,
            certificates = new
            {
                server = _server.ExportCertificatePem(),
                serverKey = _server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(),
                clientKey = new
                {
                    kty = "EC", crv = "P-256", use = "sig", kid = "mtls",
                    x = Base64Url(Certificate.GetECDsaPublicKey()!.ExportParameters(false).Q.X!),
                    y = Base64Url(Certificate.GetECDsaPublicKey()!.ExportParameters(false).Q.Y!),
                    x5c = new[] { Convert.ToBase64String(Certificate.RawData) },
                },
            },
            jwks = new
            {
                keys = new[]
                {
                    new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = "interop", x = Base64Url(point.X!), y = Base64Url(point.Y!) },
                },
            },
        });
        var process = StartScript("server.mjs", input);
        _issuers = JsonSerializer.Deserialize<Dictionary<string, string>>(await process.FirstLineAsync())!;
        return process;
    }

    /// <summary>A way to the server that trusts its certificate alone, and shows the client's.</summary>
    internal SocketsHttpHandler CreateTlsHandler(X509Certificate2? certificate)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == _server.GetCertHashString();
        if (certificate is not null)
        {
            handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true);
        }

        return handler;
    }

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
