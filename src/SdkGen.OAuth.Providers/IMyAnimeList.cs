namespace SdkGen.OAuth.Providers;

#pragma warning disable OAUTH2003 // MyAnimeList knows no other method: its documentation names plain alone.
/// <summary>MyAnimeList, as <see href="https://myanimelist.net/apiconfig/references/authorization">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://myanimelist.net/v1/oauth2/authorize",
    TokenEndpoint = "https://myanimelist.net/v1/oauth2/token",
    UserInfoEndpoint = "https://api.myanimelist.net/v2/users/@me",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic,
    Pkce = PkceMethod.Plain)]
#pragma warning restore OAUTH2003
[OAuthMember("sub", "id")]
public partial interface IMyAnimeList : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
