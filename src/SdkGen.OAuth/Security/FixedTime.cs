using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SdkGen.OAuth.Security;

/// <summary>Compares secrets in a time that tells nothing about them.</summary>
internal static class FixedTime
{
    public static bool Equal(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(one.AsSpan()), MemoryMarshal.AsBytes(other.AsSpan()));
}
