namespace SdkGen.OAuth.Providers;

/// <summary>SubscribeStar, as <see href="https://www.subscribestar.com/api">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.subscribestar.com/oauth2/authorize",
    TokenEndpoint = "https://www.subscribestar.com/oauth2/token",
    UserInfoEndpoint = "https://www.subscribestar.com/api/graphql/v1",
    Scopes = ["user.read"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthRequest(OAuthMessage.UserInfo, Method = "POST", Body = RequestBody.Json)]
[OAuthParameter("query", "{ user { id name } }", On = OAuthMessage.UserInfo)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data.user")]
[OAuthMember("sub", "id")]
public partial interface ISubscribeStar : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
