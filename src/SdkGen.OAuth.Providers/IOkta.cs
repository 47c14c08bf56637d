namespace SdkGen.OAuth.Providers;

/// <summary>Okta, an authorization server of an organisation, as <see href="https://developer.okta.com/docs/reference/api/oidc/">its documentation</see> describes it.</summary>
[OAuthProvider("https://{domain}/oauth2/{authorizationServer}",
    Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
[OAuthVariable("authorizationServer", Default = "default")]
[OAuthParameter("scope", "{request.scope}", On = OAuthMessage.Refresh)]
public partial interface IOkta :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, ITokenExchangeGrant,
    IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint, IEndSessionEndpoint;
