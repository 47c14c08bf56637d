using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>
/// A second port, with TLS, which asks every client for a certificate and takes whichever comes: whose it is, the endpoints judge.
/// </summary>
internal sealed class TlsTransport : IDisposable
{
    private readonly X509Certificate2 _certificate = TestCertificate.Create("127.0.0.1");

    public void Listen(KestrelServerOptions kestrel) => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
    {
        https.ServerCertificate = _certificate;
        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        https.AllowAnyClientCertificate();
    }));

    /// <summary>A handler that believes this server and no other, and presents a certificate.</summary>
    public SocketsHttpHandler CreateHandler(X509Certificate2? certificate) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions =
        {
            RemoteCertificateValidationCallback = (_, presented, _, _) => presented is not null && presented.GetCertHashString() == _certificate.GetCertHashString(),
            ClientCertificateContext = certificate is null ? null : SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true),
        },
    };

    public void Dispose() => _certificate.Dispose();
}
