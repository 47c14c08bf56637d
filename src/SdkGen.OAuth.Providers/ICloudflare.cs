namespace SdkGen.OAuth.Providers;

/// <summary>Cloudflare, as <see href="https://developers.cloudflare.com/fundamentals/api/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://dash.cloudflare.com/oauth2/auth",
    TokenEndpoint = "https://dash.cloudflare.com/oauth2/token",
    UserInfoEndpoint = "https://api.cloudflare.com/client/v4/user",
    Scopes = ["user:read"], OfflineAccessScope = "offline_access",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "result")]
[OAuthMember("sub", "id")]
public partial interface ICloudflare : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
