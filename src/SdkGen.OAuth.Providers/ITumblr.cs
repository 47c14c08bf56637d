namespace SdkGen.OAuth.Providers;

/// <summary>Tumblr, as <see href="https://www.tumblr.com/docs/en/api/v2#oauth2-authorization">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.tumblr.com/oauth2/authorize",
    TokenEndpoint = "https://api.tumblr.com/v2/oauth2/token",
    UserInfoEndpoint = "https://api.tumblr.com/v2/user/info",
    Scopes = ["basic"], OfflineAccessScope = "offline_access",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "response.user")]
[OAuthMember("sub", "name")]
public partial interface ITumblr : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
