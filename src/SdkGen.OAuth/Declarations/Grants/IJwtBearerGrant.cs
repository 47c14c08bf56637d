namespace SdkGen.OAuth;

/// <summary>The JWT bearer grant (RFC 7523 section 2.1): a signed assertion for an access token.</summary>
public interface IJwtBearerGrant
{
    /// <summary>Trades an assertion for a token.</summary>
    /// <param name="request">The assertion.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The token.</returns>
    /// <exception cref="OAuthException">The request failed; <see cref="OAuthException.Failure"/> says how.</exception>
    [JwtBearerRequest]
    Task<TokenResponse> RequestJwtBearerTokenAsync(JwtBearerRequest request, CancellationToken cancellationToken = default);
}
