using System.Buffers.Text;
using System.Security.Cryptography;

namespace SdkGen.OAuth.Security;

/// <summary>Values that nobody can guess: 256 bits of the system's generator, 43 characters of base64url.</summary>
internal static class RandomText
{
    public static string Create()
    {
        Span<byte> bytes = stackalloc byte[32];
        RandomNumberGenerator.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
