namespace SdkGen.OAuth.Testing.Server;

/// <summary>What a proof says: whose key, and which nonce; or what is wrong with it.</summary>
internal sealed record ProofResult(string? Thumbprint, string? Nonce, string? Problem)
{
    public static ProofResult Wrong(string problem) => new(null, null, problem);
}
