namespace SdkGen.OAuth.Providers;

/// <summary>Lark, and Feishu in China, as <see href="https://open.larksuite.com/document/common-capabilities/sso/web-application-sso/web-app-overview">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://{host}/suite/passport/oauth/authorize",
    TokenEndpoint = "https://{host}/suite/passport/oauth/token",
    UserInfoEndpoint = "https://{host}/suite/passport/oauth/userinfo",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthVariable("host", Default = "global", Values = ["global=passport.larksuite.com", "china=passport.feishu.cn"])]
[OAuthMember("sub", "sub")]
public partial interface ILark : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
