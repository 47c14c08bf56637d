namespace SdkGen.OAuth.Providers;

/// <summary>AniList, lists of anime and manga, as <see href="https://docs.anilist.co/guide/auth/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://anilist.co/api/v2/oauth/authorize",
    TokenEndpoint = "https://anilist.co/api/v2/oauth/token",
    UserInfoEndpoint = "https://graphql.anilist.co",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthRequest(OAuthMessage.UserInfo, Method = "POST", Body = RequestBody.Json)]
[OAuthParameter("query", "{ Viewer { id name } }", On = OAuthMessage.UserInfo)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data.Viewer")]
[OAuthMember("sub", "id")]
public partial interface IAniList : IAuthorizationCodeGrant, IUserInfoEndpoint;
