using System.Security.Cryptography.X509Certificates;

namespace SdkGen.OAuth.Security;

/// <summary>The certificate that a client presents on its connections (RFC 8705).</summary>
internal static class PresentedCertificate
{
    /// <summary>Reads a certificate and its private key from one text.</summary>
    public static X509Certificate2 FromPem(string pem)
    {
        var certificate = X509Certificate2.CreateFromPem(pem, pem);
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        // The TLS of Windows takes no key that it does not keep itself.
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
        }
    }

    /// <summary>Why the certificate cannot be presented, or nothing.</summary>
    public static string? Problem(X509Certificate2 certificate)
    {
        var now = DateTime.Now;
        return !certificate.HasPrivateKey ? "has no private key, without which nobody can present it"
            : now > certificate.NotAfter ? $"expired at {certificate.NotAfter.ToUniversalTime():O}"
            : now < certificate.NotBefore ? $"is not valid before {certificate.NotBefore.ToUniversalTime():O}"
            : null;
    }
}
