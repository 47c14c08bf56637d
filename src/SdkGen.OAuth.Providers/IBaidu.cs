namespace SdkGen.OAuth.Providers;

/// <summary>Baidu, as <see href="https://openauth.baidu.com/doc/doc.html">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://openapi.baidu.com/oauth/2.0/authorize",
    TokenEndpoint = "https://openapi.baidu.com/oauth/2.0/token",
    UserInfoEndpoint = "https://openapi.baidu.com/rest/2.0/passport/users/getLoggedInUser",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("access_token", "{token.access_token}", On = OAuthMessage.UserInfo)]
[OAuthMember("sub", "uid")]
public partial interface IBaidu : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
