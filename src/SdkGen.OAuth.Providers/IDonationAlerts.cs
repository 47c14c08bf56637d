namespace SdkGen.OAuth.Providers;

/// <summary>DonationAlerts, as <see href="https://www.donationalerts.com/apidoc">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.donationalerts.com/oauth/authorize",
    TokenEndpoint = "https://www.donationalerts.com/oauth/token",
    UserInfoEndpoint = "https://www.donationalerts.com/api/v1/user/oauth",
    Scopes = ["oauth-user-show"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("scope", "{request.scope}", On = OAuthMessage.Refresh)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data")]
[OAuthMember("sub", "id")]
public partial interface IDonationAlerts : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
