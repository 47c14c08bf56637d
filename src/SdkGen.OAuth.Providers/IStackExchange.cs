namespace SdkGen.OAuth.Providers;

/// <summary>Stack Exchange, as <see href="https://api.stackexchange.com/docs/authentication">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://stackoverflow.com/oauth",
    TokenEndpoint = "https://stackoverflow.com/oauth/access_token/json",
    UserInfoEndpoint = "https://api.stackexchange.com/2.3/me",
    ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthVariable("site", Default = "stackoverflow")]
[OAuthMember("expires_in", "expires")]
[OAuthParameter("key", "{applicationKey}", On = OAuthMessage.UserInfo)]
[OAuthParameter("site", "{site}", On = OAuthMessage.UserInfo)]
[OAuthParameter("access_token", "{token.access_token}", On = OAuthMessage.UserInfo)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "items[0]")]
[OAuthMember("sub", "user_id")]
public partial interface IStackExchange : IAuthorizationCodeGrant, IUserInfoEndpoint;
