namespace SdkGen.OAuth.Providers;

/// <summary>ClickUp, as <see href="https://developer.clickup.com/docs/authentication">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://app.clickup.com/api",
    TokenEndpoint = "https://api.clickup.com/api/v2/oauth/token",
    UserInfoEndpoint = "https://api.clickup.com/api/v2/user",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "user")]
[OAuthMember("sub", "id")]
public partial interface IClickUp : IAuthorizationCodeGrant, IUserInfoEndpoint;
