using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SdkGen.OAuth.Security;

/// <summary>The SHA-256 thumbprint of a certificate as <c>x5t#S256</c> has it (RFC 7515 section 4.1.8, RFC 8705 section 3.1).</summary>
internal static class CertificateThumbprint
{
    public static string Of(X509Certificate2 certificate) => Base64Url.EncodeToString(SHA256.HashData(certificate.RawData));
}
