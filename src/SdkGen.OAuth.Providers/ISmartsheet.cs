namespace SdkGen.OAuth.Providers;

/// <summary>Smartsheet, as <see href="https://developers.smartsheet.com/api/smartsheet/guides/advanced-topics/oauth">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://app.smartsheet.com/b/authorize",
    TokenEndpoint = "https://api.smartsheet.com/2.0/token",
    UserInfoEndpoint = "https://api.smartsheet.com/2.0/users/me",
    Scopes = ["READ_SHEETS"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
public partial interface ISmartsheet : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
