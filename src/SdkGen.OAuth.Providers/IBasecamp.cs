namespace SdkGen.OAuth.Providers;

/// <summary>Basecamp, through Launchpad, as <see href="https://github.com/basecamp/api/blob/master/sections/authentication.md">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://launchpad.37signals.com/authorization/new",
    TokenEndpoint = "https://launchpad.37signals.com/authorization/token",
    UserInfoEndpoint = "https://launchpad.37signals.com/authorization.json",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("response_type", "web_server", As = "type")]
[OAuthParameter("grant_type", "web_server", As = "type", On = OAuthMessage.Code)]
[OAuthParameter("grant_type", "refresh", As = "type", On = OAuthMessage.Refresh)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "identity")]
[OAuthMember("sub", "id")]
public partial interface IBasecamp : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
