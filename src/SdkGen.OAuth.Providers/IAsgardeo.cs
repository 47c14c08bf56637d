namespace SdkGen.OAuth.Providers;

/// <summary>Asgardeo, an organisation of which is a path, as <see href="https://wso2.com/asgardeo/docs/guides/authentication/oidc/">its documentation</see> describes it.</summary>
[OAuthProvider("https://api.asgardeo.io/t/{organization}/oauth2/token", Scopes = ["openid", "profile"])]
public partial interface IAsgardeo :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint,
    IEndSessionEndpoint;
