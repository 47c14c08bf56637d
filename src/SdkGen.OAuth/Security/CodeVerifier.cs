using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SdkGen.OAuth.Security;

/// <summary>A PKCE code verifier (RFC 7636 section 4.1): 43 characters, a new one for each authorization request.</summary>
internal sealed class CodeVerifier
{
    public CodeVerifier(string value) => Value = value;

    public string Value { get; }

    public static CodeVerifier Create() => new(RandomText.Create());

    /// <summary>The S256 challenge (RFC 7636 section 4.2): base64url of the SHA-256 of the ASCII verifier, without padding.</summary>
    public string Challenge()
    {
        var text = Value.Length <= 128 ? stackalloc byte[Value.Length] : new byte[Value.Length];
        Encoding.ASCII.GetBytes(Value, text);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return Base64Url.EncodeToString(hash);
    }

    public override string ToString() => nameof(CodeVerifier);
}
