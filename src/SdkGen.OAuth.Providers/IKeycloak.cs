namespace SdkGen.OAuth.Providers;

/// <summary>Keycloak, a realm of an installation, as <see href="https://www.keycloak.org/securing-apps/oidc-layers">its documentation</see> describes it.</summary>
[OAuthProvider("{baseUrl}/realms/{realm}", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
public partial interface IKeycloak :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, ITokenExchangeGrant,
    IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint, IEndSessionEndpoint;
