namespace SdkGen.OAuth.ProtectedResources;

/// <summary>
/// A provider that is known only at run time: what a generator would have written for it. Its requests are for one resource, whoever makes
/// them (RFC 8707).
/// </summary>
internal sealed class DiscoveredProvider : IAuthorizationCodeGrant, IRefreshTokenGrant, IClientRegistrationEndpoint
{
    private readonly OAuthClient _client;
    private readonly string _resource;

    public DiscoveredProvider(string name, string issuer, string resource, ClientAuthenticationMethod authentication, OAuthClientOptions options, OAuthClientServices? services)
    {
        _resource = resource;
        var declaration = new OAuthDeclaration(name, OAuthMessage.Authorization | OAuthMessage.Code | OAuthMessage.Refresh | OAuthMessage.Registration)
        {
            Provider = new(issuer) { ClientAuthentication = authentication },
        };
        _client = new(declaration, options, services);
    }

    public ValueTask<ProviderMetadata?> GetMetadataAsync(CancellationToken cancellationToken) => _client.GetMetadataAsync(cancellationToken);

    public Task<AuthorizationRequest> CreateAuthorizationRequestAsync(AuthorizationParameters parameters, CancellationToken cancellationToken = default) =>
        _client.CreateAuthorizationRequestAsync(OAuthMethod.Authorization, parameters with { Resources = [_resource] }, cancellationToken);

    public Task<TokenResponse> RedeemAuthorizationCodeAsync(
        AuthorizationRequest request, AuthorizationResponse response, CancellationToken cancellationToken = default) =>
        _client.RedeemAuthorizationCodeAsync(OAuthMethod.Code, request, response, additional: null, cancellationToken);

    public Task<TokenResponse> RefreshTokenAsync(RefreshTokenRequest request, CancellationToken cancellationToken = default) =>
        _client.RequestTokenAsync(OAuthMethod.Refresh, request with { Resources = [_resource] }, cancellationToken);

    public Task<ClientRegistration> RegisterClientAsync(ClientRegistrationRequest request, CancellationToken cancellationToken = default) =>
        _client.RegisterClientAsync(OAuthMethod.Registration, request, cancellationToken);

    /// <summary>The options of such a provider, which has no variables.</summary>
    internal sealed class Options : OAuthClientOptions;
}
