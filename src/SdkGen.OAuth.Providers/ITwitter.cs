namespace SdkGen.OAuth.Providers;

/// <summary>X, once Twitter, as <see href="https://docs.x.com/resources/fundamentals/authentication/oauth-2-0/authorization-code">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://x.com/i/oauth2/authorize",
    TokenEndpoint = "https://api.x.com/2/oauth2/token",
    RevocationEndpoint = "https://api.x.com/2/oauth2/revoke",
    UserInfoEndpoint = "https://api.x.com/2/users/me",
    Scopes = ["users.read", "tweet.read"], OfflineAccessScope = "offline.access",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data")]
[OAuthMember("sub", "id")]
[OAuthMember("preferred_username", "username")]
public partial interface ITwitter : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
