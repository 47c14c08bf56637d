namespace SdkGen.OAuth;

/// <summary>The client credentials grant (RFC 6749 section 4.4): a token for the client itself.</summary>
public interface IClientCredentialsGrant
{
    /// <summary>
    /// Requests a token, each time anew. For a cached one use <c>IClientTokenSource&lt;T&gt;</c> or <c>AddClientAccessToken&lt;T&gt;()</c>.
    /// </summary>
    /// <param name="request">What is asked for; <see langword="null"/> asks for what the provider gives by default.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The token.</returns>
    /// <exception cref="OAuthException">The request failed; <see cref="OAuthException.Failure"/> says how.</exception>
    [ClientCredentialsRequest]
    Task<TokenResponse> RequestClientTokenAsync(
        ClientCredentialsRequest? request = null, CancellationToken cancellationToken = default);
}
