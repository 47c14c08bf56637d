namespace SdkGen.OAuth.Providers;

/// <summary>Pipedrive, as <see href="https://pipedrive.readme.io/docs/marketplace-oauth-authorization">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://oauth.pipedrive.com/oauth/authorize",
    TokenEndpoint = "https://oauth.pipedrive.com/oauth/token",
    UserInfoEndpoint = "https://api.pipedrive.com/v1/users/me",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthError("user_denied", "access_denied")]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data")]
[OAuthMember("sub", "id")]
public partial interface IPipedrive : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
