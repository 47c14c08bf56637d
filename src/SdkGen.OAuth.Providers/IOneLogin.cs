namespace SdkGen.OAuth.Providers;

/// <summary>OneLogin, an account, as <see href="https://developers.onelogin.com/openid-connect">its documentation</see> describes it.</summary>
[OAuthProvider("https://{account}.onelogin.com/oidc/2", Scopes = ["openid", "profile", "email"])]
public partial interface IOneLogin :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint,
    IEndSessionEndpoint;
