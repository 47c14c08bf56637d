namespace SdkGen.OAuth;

/// <summary>Token introspection (RFC 7662).</summary>
public interface IIntrospectionEndpoint
{
    /// <summary>Asks the provider about a token.</summary>
    /// <param name="request">The token.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Whether the token is active and, only if it is, what it stands for.</returns>
    /// <exception cref="OAuthException">The request failed; <see cref="OAuthException.Failure"/> says how.</exception>
    [IntrospectionRequest]
    Task<IntrospectionResponse> IntrospectTokenAsync(IntrospectionRequest request, CancellationToken cancellationToken = default);
}
