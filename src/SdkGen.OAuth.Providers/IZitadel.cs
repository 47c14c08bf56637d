namespace SdkGen.OAuth.Providers;

/// <summary>ZITADEL, an instance, as <see href="https://zitadel.com/docs/apis/openidoauth/endpoints">its documentation</see> describes it.</summary>
[OAuthProvider("https://{domain}", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
public partial interface IZitadel :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, ITokenExchangeGrant,
    IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint, IEndSessionEndpoint;
