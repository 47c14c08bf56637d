namespace SdkGen.OAuth.Tokens;

/// <summary>What a caller wants refreshed. Callers who want the same share one refresh, and no others: a token for one resource is none for another.</summary>
/// <param name="Session">The key of the session.</param>
/// <param name="Request">What the token is for.</param>
/// <param name="RefreshToken">The refresh token that the caller knows.</param>
/// <param name="Refused">The access token that an API has refused.</param>
internal readonly record struct RefreshWish(string Session, UserTokenRequest Request, string RefreshToken, string? Refused)
{
    public override string ToString() => nameof(RefreshWish);
}

/// <summary>What a refresh has brought.</summary>
/// <param name="Token">The token that was wanted.</param>
/// <param name="Session">The tokens of the session: the same, or, if a narrower token was wanted, those of before with the new refresh token.</param>
internal sealed record RefreshedTokens(TokenResponse Token, TokenResponse Session)
{
    public override string ToString() => nameof(RefreshedTokens);
}
