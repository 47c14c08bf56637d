using System.Diagnostics.CodeAnalysis;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>A token request with a refresh token (RFC 6749 section 6).</summary>
public sealed record RefreshTokenRequest : TokenRequest
{
    /// <summary>Makes a request without a token.</summary>
    public RefreshTokenRequest()
    {
    }

    /// <summary>Makes a request that continues a token: a refreshed ID token has to be about the same user.</summary>
    /// <param name="token">The tokens to refresh.</param>
    /// <exception cref="ArgumentException">There is no refresh token among them.</exception>
    [SetsRequiredMembers]
    public RefreshTokenRequest(TokenResponse token)
    {
        ArgumentNullException.ThrowIfNull(token);
        RefreshToken = token.RefreshToken
            ?? throw new ArgumentException("The token response has no refresh token: was offline access asked for and granted?", nameof(token));
        Token = token;
    }

    /// <summary>The refresh token.</summary>
    public required string RefreshToken { get; init; }

    /// <summary>The tokens that are refreshed, if they are at hand: subject, issuer and granted scopes are then carried on.</summary>
    public TokenResponse? Token { get; init; }

    internal override string GrantType => "refresh_token";

    internal override TokenResponse? Previous => Token;

    internal override void Write(MessageFields fields)
    {
        ArgumentException.ThrowIfNullOrEmpty(RefreshToken);
        fields.Add("refresh_token", RefreshToken);
    }
}
