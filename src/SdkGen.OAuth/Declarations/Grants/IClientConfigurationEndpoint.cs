namespace SdkGen.OAuth;

/// <summary>
/// The management of registered clients (RFC 7592), for a provider that answers registrations with <c>registration_client_uri</c> and
/// <c>registration_access_token</c>.
/// </summary>
public interface IClientConfigurationEndpoint : IClientRegistrationEndpoint
{
    /// <summary>Asks what is registered now (RFC 7592 section 2.1).</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What is registered. Store it: secret and access token may be new.</returns>
    /// <exception cref="ArgumentException">The registration came without a way to manage it.</exception>
    /// <exception cref="OAuthException">The request failed; 401 means that the client or its access token is no more.</exception>
    [ReadClientRequest]
    Task<ClientRegistration> ReadClientAsync(ClientRegistration registration, CancellationToken cancellationToken = default);

    /// <summary>Replaces what is registered (RFC 7592 section 2.2): all of it, so start from <c>new ClientRegistrationRequest(registration)</c>.</summary>
    /// <param name="request">What the client shall be like, made of its registration.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What is registered. Store it: secret and access token may be new.</returns>
    /// <exception cref="ArgumentException">The request was not made of a registration that can be managed.</exception>
    /// <exception cref="OAuthException">The request failed; <see cref="OAuthException.Failure"/> says how.</exception>
    [UpdateClientRequest]
    Task<ClientRegistration> UpdateClientAsync(ClientRegistrationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Ends the registration, and with it the client's tokens (RFC 7592 section 2.3).</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that ends when the provider has confirmed.</returns>
    /// <exception cref="ArgumentException">The registration came without a way to manage it.</exception>
    /// <exception cref="OAuthException">The provider did not confirm: take the client to be registered still.</exception>
    [DeleteClientRequest]
    Task DeleteClientAsync(ClientRegistration registration, CancellationToken cancellationToken = default);
}
