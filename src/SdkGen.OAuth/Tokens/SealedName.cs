using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SdkGen.OAuth.Tokens;

/// <summary>What a sealed entry is called, and what it is bound to.</summary>
/// <param name="Kind">What is in it: entries of one kind cannot be opened as another.</param>
/// <param name="Key">Whose it is. Only its hash is seen outside.</param>
/// <param name="Binding">What else has to be the same to open it, and is no part of the name, since not even its hash may be seen: a secret.</param>
internal readonly record struct SealedName(string Kind, string Key, string Binding = "")
{
    /// <summary>The name in the cache, and that of the lock.</summary>
    public string Text => $"sdkgen:{Kind}:{Hash(Key)}";

    /// <summary>Says nothing of the key.</summary>
    public override string ToString() => Text;

    public static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
