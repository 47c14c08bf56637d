namespace SdkGen.OAuth.Providers;

/// <summary>DigitalOcean, as <see href="https://docs.digitalocean.com/reference/api/oauth/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://cloud.digitalocean.com/v1/oauth/authorize",
    TokenEndpoint = "https://cloud.digitalocean.com/v1/oauth/token",
    UserInfoEndpoint = "https://api.digitalocean.com/v2/account",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthRequest(OAuthMessage.Token, Body = RequestBody.Query)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "account")]
[OAuthMember("sub", "uuid")]
public partial interface IDigitalOcean : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
