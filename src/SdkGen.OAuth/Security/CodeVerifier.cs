namespace SdkGen.OAuth.Security;

/// <summary>A PKCE code verifier (RFC 7636 section 4.1): 43 characters, a new one for each authorization request.</summary>
internal sealed class CodeVerifier
{
    public CodeVerifier(string value) => Value = value;

    public string Value { get; }

    public static CodeVerifier Create() => new(RandomText.Create());

    /// <summary>The S256 challenge (RFC 7636 section 4.2).</summary>
    public string Challenge() => AsciiHash.Of(Value);

    public override string ToString() => nameof(CodeVerifier);
}
