namespace SdkGen.OAuth;

/// <summary>
/// Dynamic client registration (RFC 7591): the application gets its client id from the provider at run time. The options of a provider that
/// is declared with it need no client id as long as nothing else is asked for.
/// </summary>
public interface IClientRegistrationEndpoint
{
    /// <summary>Registers a client (RFC 7591 section 3.1). Store what comes back: it is the only time that the provider says it.</summary>
    /// <param name="request">What the client is like.</param>
    /// <param name="cancellationToken">Cancels the request. The client may have been registered nevertheless.</param>
    /// <returns>What was registered, and where it differs from what was asked for.</returns>
    /// <exception cref="ArgumentException">A redirect URI is one that no provider should take.</exception>
    /// <exception cref="OAuthException">
    /// The provider refused (<c>invalid_redirect_uri</c>, <c>invalid_client_metadata</c>, <c>invalid_software_statement</c>,
    /// <c>unapproved_software_statement</c>), or the reply is not one of RFC 7591 section 3.2.1.
    /// </exception>
    [RegisterClientRequest]
    Task<ClientRegistration> RegisterClientAsync(ClientRegistrationRequest request, CancellationToken cancellationToken = default);
}
