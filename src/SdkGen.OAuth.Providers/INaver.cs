namespace SdkGen.OAuth.Providers;

/// <summary>NAVER, as <see href="https://developers.naver.com/docs/login/api/api.md">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://nid.naver.com/oauth2.0/authorize",
    TokenEndpoint = "https://nid.naver.com/oauth2.0/token",
    UserInfoEndpoint = "https://openapi.naver.com/v1/nid/me",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "response")]
[OAuthMember("sub", "id")]
public partial interface INaver : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
