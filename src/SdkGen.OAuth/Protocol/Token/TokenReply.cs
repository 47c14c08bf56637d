namespace SdkGen.OAuth.Protocol;

/// <summary>A token response whose ID token is still to be validated.</summary>
internal readonly record struct TokenReply(TokenResponse Response, string? IdToken)
{
    public override string ToString() => nameof(TokenReply);
}
