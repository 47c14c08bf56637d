namespace SdkGen.OAuth.Testing.Tests.Providers;

internal sealed class AcmeClient(OAuthClient client) : IAcme, IPublicAcme, IFormPostAcme, ITenantAcme, IKeyAcme, IBoundAcme, ICertifiedAcme
{
    public static OAuthDeclaration Declare(
        string name,
        OAuthProviderAttribute provider,
        OAuthParameterAttribute[]? parameters = null,
        OAuthVariableAttribute[]? variables = null,
        OAuthClientAssertionAttribute? assertion = null) =>
        new(name, (OAuthMessage)((1 << 11) - 1))
        {
            Provider = provider,
            Parameters = parameters ?? [],
            Variables = variables ?? [],
            ClientAssertion = assertion ?? new(),
        };

    public Task<TokenResponse> RequestClientTokenAsync(ClientCredentialsRequest? request = null, CancellationToken cancellationToken = default) =>
        client.RequestTokenAsync(OAuthMethod.ClientCredentials, request ?? new(), cancellationToken);

    public Task<AuthorizationRequest> CreateAuthorizationRequestAsync(
        AuthorizationParameters parameters, CancellationToken cancellationToken = default) =>
        client.CreateAuthorizationRequestAsync(OAuthMethod.Authorization, parameters, cancellationToken);

    public Task<TokenResponse> RedeemAuthorizationCodeAsync(
        AuthorizationRequest request, AuthorizationResponse response, CancellationToken cancellationToken = default) =>
        client.RedeemAuthorizationCodeAsync(OAuthMethod.Code, request, response, null, cancellationToken);

    public Task<TokenResponse> RefreshTokenAsync(RefreshTokenRequest request, CancellationToken cancellationToken = default) =>
        client.RequestTokenAsync(OAuthMethod.Refresh, request, cancellationToken);

    public Task<DeviceAuthorizationResponse> RequestDeviceAuthorizationAsync(
        DeviceAuthorizationRequest? request = null, CancellationToken cancellationToken = default) =>
        client.RequestDeviceAuthorizationAsync(OAuthMethod.DeviceAuthorization, request, cancellationToken);

    public Task<TokenResponse> RequestDeviceTokenAsync(DeviceTokenRequest request, CancellationToken cancellationToken = default) =>
        client.RequestTokenAsync(OAuthMethod.DeviceCode, request, cancellationToken);

    public Task<TokenResponse> ExchangeTokenAsync(TokenExchangeRequest request, CancellationToken cancellationToken = default) =>
        client.RequestTokenAsync(OAuthMethod.OtherGrants, request, cancellationToken);

    public Task<TokenResponse> RequestJwtBearerTokenAsync(JwtBearerRequest request, CancellationToken cancellationToken = default) =>
        client.RequestTokenAsync(OAuthMethod.OtherGrants, request, cancellationToken);

    public Task RevokeTokenAsync(RevocationRequest request, CancellationToken cancellationToken = default) =>
        client.RevokeTokenAsync(OAuthMethod.Revocation, request, cancellationToken);

    public Task<IntrospectionResponse> IntrospectTokenAsync(IntrospectionRequest request, CancellationToken cancellationToken = default) =>
        client.IntrospectTokenAsync(OAuthMethod.Introspection, request, cancellationToken);

    public Task<UserInfo> GetUserInfoAsync(UserInfoRequest request, CancellationToken cancellationToken = default) =>
        client.GetUserInfoAsync(OAuthMethod.UserInfo, request, cancellationToken);

    public Task<EndSessionRequest> CreateEndSessionRequestAsync(
        EndSessionParameters? parameters = null, CancellationToken cancellationToken = default) =>
        client.CreateEndSessionRequestAsync(OAuthMethod.EndSession, parameters, cancellationToken);

    public Task<LogoutToken> ValidateLogoutTokenAsync(BackchannelLogoutRequest request, CancellationToken cancellationToken = default) =>
        client.ValidateLogoutTokenAsync(OAuthMethod.BackchannelLogout, request, cancellationToken);
}
