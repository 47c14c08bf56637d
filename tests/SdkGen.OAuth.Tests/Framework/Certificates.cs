using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SdkGen.OAuth.Tests;

/// <summary>Certificates that are made for a test, and gone with it.</summary>
internal static class Certificates
{
    public static X509Certificate2 Create(string name = "client-1", TimeSpan? age = null, TimeSpan? life = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var start = DateTimeOffset.UtcNow - (age ?? TimeSpan.FromHours(1));
        return Portable(request.CreateSelfSigned(start, start + (life ?? TimeSpan.FromDays(1))));
    }

    public static string Pem(X509Certificate2 certificate) =>
        certificate.ExportCertificatePem() + "\n" + certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();

    /// <summary>With a key that the TLS of every system takes.</summary>
    private static X509Certificate2 Portable(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
}
