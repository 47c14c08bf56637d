using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.Tokens;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Reads the public key of a client.</summary>
internal static class PublicKeyReader
{
    /// <exception cref="ArgumentException">It is no PEM of an RSA or EC key.</exception>
    public static JsonWebKey Read(string pem, string clientId)
    {
        using var ec = ECDsa.Create();
        using var rsa = RSA.Create();
        if (TryImport(ec, pem))
        {
            return Copy(JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new(ec)));
        }

        return TryImport(rsa, pem)
            ? Copy(JsonWebKeyConverter.ConvertFromRSASecurityKey(new(rsa.ExportParameters(includePrivateParameters: false))))
            : throw new ArgumentException($"The public key of the client '{clientId}' is no PEM of an RSA or EC key.");
    }

    /// <exception cref="ArgumentException">It is no PEM of a certificate.</exception>
    public static JsonWebKey ReadCertificate(string pem, string clientId)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);

            // A certificate of a stored key is read where the key is RSA by its name; what counts is the certificate.
            return new() { Kty = JsonWebAlgorithmsKeyTypes.RSA, X5c = { Convert.ToBase64String(certificate.RawData) } };
        }
        catch (CryptographicException)
        {
            throw new ArgumentException($"The certificate of the client '{clientId}' is no PEM of one.");
        }
    }

    /// <summary>A key that does not verify with the object it was made from, which is gone by then.</summary>
    private static JsonWebKey Copy(JsonWebKey key) => new() { Kty = key.Kty, Crv = key.Crv, X = key.X, Y = key.Y, N = key.N, E = key.E };

    private static bool TryImport(AsymmetricAlgorithm key, string pem)
    {
        try
        {
            key.ImportFromPem(pem);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}
