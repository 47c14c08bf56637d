using System.Buffers.Text;

namespace SdkGen.OAuth.Tests;

/// <summary>Ways to damage a signed JWT.</summary>
internal static class Damage
{
    /// <summary>Flips bits in the middle of the signature.</summary>
    public static string Signature(string token)
    {
        var parts = token.Split('.');
        var bytes = Base64Url.DecodeFromChars(parts[2]);
        bytes[bytes.Length / 2] ^= 0x5A;
        return $"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(bytes)}";
    }
}
