namespace SdkGen.OAuth.Providers;

/// <summary>Spotify, as <see href="https://developer.spotify.com/documentation/web-api/concepts/authorization">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://accounts.spotify.com/authorize",
    TokenEndpoint = "https://accounts.spotify.com/api/token",
    UserInfoEndpoint = "https://api.spotify.com/v1/me",
    Scopes = ["user-read-email"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthMember("sub", "id")]
[OAuthMember("name", "display_name")]
public partial interface ISpotify : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
