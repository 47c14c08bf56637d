namespace SdkGen.OAuth.Tests.NineProviders;

[OAuthProvider("{baseUrl}/realms/{realm}", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
public partial interface IKeycloak :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, ITokenExchangeGrant,
    IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint, IEndSessionEndpoint;
