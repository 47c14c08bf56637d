namespace SdkGen.OAuth.Providers;

/// <summary>Strava, as <see href="https://developers.strava.com/docs/authentication/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.strava.com/oauth/authorize",
    TokenEndpoint = "https://www.strava.com/api/v3/oauth/token",
    Scopes = ["read"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthResponse(OAuthMessage.UserInfo, Source = OAuthMessage.Code, Root = "athlete")]
[OAuthMember("sub", "id")]
public partial interface IStrava : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
