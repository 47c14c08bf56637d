namespace SdkGen.OAuth.Providers;

/// <summary>KOOK, as <see href="https://developer.kookapp.cn/doc/oauth2">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.kookapp.cn/app/oauth2/authorize",
    TokenEndpoint = "https://www.kookapp.cn/api/oauth2/token",
    UserInfoEndpoint = "https://www.kookapp.cn/api/v3/user/me",
    Scopes = ["get_user_info"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data")]
[OAuthMember("sub", "id")]
public partial interface IKook : IAuthorizationCodeGrant, IUserInfoEndpoint;
