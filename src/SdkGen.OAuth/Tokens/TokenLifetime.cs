namespace SdkGen.OAuth.Tokens;

/// <summary>How long a token is used: not to its last second, for it has to arrive while it is valid, and clocks differ.</summary>
internal static class TokenLifetime
{
    private static readonly TimeSpan MaxMargin = TimeSpan.FromSeconds(30);

    /// <summary>How long before its end a token of this life is used no more.</summary>
    public static TimeSpan Margin(TimeSpan lifetime) => lifetime / 10 < MaxMargin ? lifetime / 10 : MaxMargin;

    /// <summary>Whether a user's token can be used. Without a stated life it can be until an API refuses it.</summary>
    public static bool IsFresh(TokenResponse token, DateTimeOffset now) =>
        token.ExpiresIn is not { } lifetime || now < token.ReceivedAt + lifetime - Margin(lifetime);

    /// <summary>Whether an API may still take a token for which no better one can be had now.</summary>
    public static bool IsAlive(TokenResponse token, DateTimeOffset now) => token.ExpiresAt is not { } end || now < end;
}
