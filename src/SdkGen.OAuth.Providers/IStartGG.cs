namespace SdkGen.OAuth.Providers;

/// <summary>start.gg, as <see href="https://developer.start.gg/docs/oauth/oauth-overview">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://start.gg/oauth/authorize",
    TokenEndpoint = "https://api.start.gg/oauth/access_token",
    UserInfoEndpoint = "https://api.start.gg/gql/alpha",
    Scopes = ["user.identity"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthRequest(OAuthMessage.Refresh, Endpoint = "https://api.start.gg/oauth/refresh")]
[OAuthParameter("scope", "{request.scope}", On = OAuthMessage.Code | OAuthMessage.Refresh)]
[OAuthParameter("redirect_uri", "{request.redirect_uri}", On = OAuthMessage.Refresh)]
[OAuthRequest(OAuthMessage.UserInfo, Method = "POST", Body = RequestBody.Json)]
[OAuthParameter("query", "{ currentUser { id } }", On = OAuthMessage.UserInfo)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data.currentUser")]
[OAuthMember("sub", "id")]
public partial interface IStartGG : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
