namespace SdkGen.OAuth.Providers;

/// <summary>Harvest, as <see href="https://help.getharvest.com/api-v2/authentication-api/authentication/authentication/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://id.getharvest.com/oauth2/authorize",
    TokenEndpoint = "https://id.getharvest.com/api/v2/oauth2/token",
    UserInfoEndpoint = "https://id.getharvest.com/api/v2/accounts",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "user")]
[OAuthMember("sub", "id")]
public partial interface IHarvest : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
