using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SdkGen.OAuth.Security;

/// <summary>How one text stands for another that only the two sides know: base64url of the SHA-256 of its ASCII, without padding.</summary>
internal static class AsciiHash
{
    public static string Of(string text)
    {
        var ascii = text.Length <= 1024 ? stackalloc byte[text.Length] : new byte[text.Length];
        Encoding.ASCII.GetBytes(text, ascii);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(ascii, hash);
        return Base64Url.EncodeToString(hash);
    }
}
