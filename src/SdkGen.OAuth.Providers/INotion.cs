namespace SdkGen.OAuth.Providers;

/// <summary>Notion, as <see href="https://developers.notion.com/docs/authorization">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://api.notion.com/v1/oauth/authorize",
    TokenEndpoint = "https://api.notion.com/v1/oauth/token",
    UserInfoEndpoint = "https://api.notion.com/v1/users/me",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthParameter("owner", "user", On = OAuthMessage.Authorization)]
[OAuthParameter("Notion-Version", "2022-06-28", In = ParameterLocation.Header, On = OAuthMessage.UserInfo)]
[OAuthRequest(OAuthMessage.Token, Body = RequestBody.Json)]
[OAuthMember("sub", "bot.owner.user.id")]
public partial interface INotion : IAuthorizationCodeGrant, IUserInfoEndpoint;
