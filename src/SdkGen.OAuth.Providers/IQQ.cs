namespace SdkGen.OAuth.Providers;

/// <summary>QQ, as <see href="https://wiki.connect.qq.com/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://graph.qq.com/oauth2.0/authorize",
    TokenEndpoint = "https://graph.qq.com/oauth2.0/token",
    UserInfoEndpoint = "https://graph.qq.com/oauth2.0/me",
    Scopes = ["get_user_info"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("fmt", "json", On = OAuthMessage.Token | OAuthMessage.UserInfo)]
[OAuthParameter("access_token", "{token.access_token}", On = OAuthMessage.UserInfo)]
[OAuthRequest(OAuthMessage.Token, Method = "GET")]
[OAuthMember("sub", "openid")]
public partial interface IQQ : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
