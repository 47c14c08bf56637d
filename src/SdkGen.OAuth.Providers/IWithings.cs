namespace SdkGen.OAuth.Providers;

/// <summary>Withings, as <see href="https://developer.withings.com/developer-guide/v3/integration-guide/public-health-data-api/get-access/oauth-web-flow/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://account.withings.com/oauth2_user/authorize2",
    TokenEndpoint = "https://wbsapi.withings.net/v2/oauth2",
    Scopes = ["user.info"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("action", "requesttoken", On = OAuthMessage.Token)]
[OAuthResponse(OAuthMessage.Token, Root = "body", ErrorCode = "status", ErrorDescription = "error", Success = "0")]
[OAuthResponse(OAuthMessage.UserInfo, Source = OAuthMessage.Code)]
[OAuthMember("sub", "userid")]
public partial interface IWithings : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
