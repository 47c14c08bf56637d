namespace SdkGen.OAuth;

/// <summary>The token exchange grant (RFC 8693): one token for another, to delegate or to impersonate.</summary>
public interface ITokenExchangeGrant
{
    /// <summary>Exchanges a token.</summary>
    /// <param name="request">The token to exchange, and what for.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The issued token; <see cref="TokenResponse.IssuedTokenType"/> says what it is.</returns>
    /// <exception cref="OAuthException">The request failed; <see cref="OAuthException.Failure"/> says how.</exception>
    [TokenExchangeRequest]
    Task<TokenResponse> ExchangeTokenAsync(TokenExchangeRequest request, CancellationToken cancellationToken = default);
}
