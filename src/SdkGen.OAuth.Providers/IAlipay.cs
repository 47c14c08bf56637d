namespace SdkGen.OAuth.Providers;

/// <summary>Alipay, as <see href="https://opendocs.alipay.com/open/263/105809">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://openauth.alipay.com/oauth2/publicAppAuthorize.htm",
    TokenEndpoint = "https://openapi.alipay.com/gateway.do",
    UserInfoEndpoint = "https://openapi.alipay.com/gateway.do",
    Scopes = ["auth_user"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.None)]
[OAuthParameter("client_id", As = "app_id")]
[OAuthParameter("app_id", "{client.id}", On = OAuthMessage.UserInfo)]
[OAuthParameter("method", "alipay.system.oauth.token", On = OAuthMessage.Token)]
[OAuthParameter("method", "alipay.user.info.share", On = OAuthMessage.UserInfo)]
[OAuthParameter("auth_token", "{token.access_token}", On = OAuthMessage.UserInfo)]
[OAuthParameter("charset", "utf-8", On = OAuthMessage.Token | OAuthMessage.UserInfo)]
[OAuthParameter("format", "JSON", On = OAuthMessage.Token | OAuthMessage.UserInfo)]
[OAuthParameter("version", "1.0", On = OAuthMessage.Token | OAuthMessage.UserInfo)]
[OAuthHook<AlipaySignature>(OAuthMessage.Token | OAuthMessage.UserInfo)]
[OAuthRequest(OAuthMessage.Token, Method = "GET")]
[OAuthResponse(OAuthMessage.Token, Root = "alipay_system_oauth_token_response",
    ErrorCode = "error_response.sub_code", ErrorDescription = "error_response.sub_msg")]
[OAuthError("isv.code-invalid", "invalid_grant")]
[OAuthResponse(OAuthMessage.UserInfo, Root = "alipay_user_info_share_response",
    ErrorCode = "alipay_user_info_share_response.code", Success = "10000")]
[OAuthMember("sub", "user_id")]
public partial interface IAlipay : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
