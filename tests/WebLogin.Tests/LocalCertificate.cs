using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace WebLogin.Tests;

/// <summary>A certificate of localhost, made for one test.</summary>
internal static class LocalCertificate
{
    public static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    public static async Task<string> WriteAsync(DirectoryInfo folder)
    {
        using var certificate = Create();
        var path = Path.Combine(folder.FullName, "localhost.pfx");
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx));
        return path;
    }
}
