namespace SdkGen.OAuth.Providers;

/// <summary>WeChat, websites, as <see href="https://developers.weixin.qq.com/doc/oplatform/en/Website_App/WeChat_Login/Wechat_Login.html">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://open.weixin.qq.com/connect/qrconnect#wechat_redirect",
    TokenEndpoint = "https://api.weixin.qq.com/sns/oauth2/access_token",
    UserInfoEndpoint = "https://api.weixin.qq.com/sns/userinfo",
    Scopes = ["snsapi_login"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("client_id", As = "appid")]
[OAuthParameter("client_secret", As = "secret", On = OAuthMessage.Code)]
[OAuthParameter("client_secret", Omit = true, On = OAuthMessage.Refresh)]
[OAuthRequest(OAuthMessage.Code, Method = "GET")]
[OAuthRequest(OAuthMessage.Refresh, Method = "GET", Endpoint = "https://api.weixin.qq.com/sns/oauth2/refresh_token")]
[OAuthParameter("access_token", "{token.access_token}", On = OAuthMessage.UserInfo)]
[OAuthParameter("openid", "{token.openid}", On = OAuthMessage.UserInfo)]
[OAuthResponse(OAuthMessage.Token | OAuthMessage.UserInfo, ErrorCode = "errcode", ErrorDescription = "errmsg")]
[OAuthError("40029", "invalid_grant")]
[OAuthError("40030", "invalid_grant")]
[OAuthMember("sub", "openid")]
[OAuthMember("scope", "scope", Separator = ',')]
public partial interface IWeChat : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
