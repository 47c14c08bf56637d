namespace SdkGen.Benchmarks.Tokens;

/// <summary>What an application would keep of a token.</summary>
public sealed record KeptToken(string AccessToken, string TokenType, DateTimeOffset? ExpiresAt);
