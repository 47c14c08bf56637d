namespace SdkGen.OAuth.Providers;

/// <summary>Todoist, as <see href="https://developer.todoist.com/guides/#authorization">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://todoist.com/oauth/authorize",
    TokenEndpoint = "https://todoist.com/oauth/access_token",
    UserInfoEndpoint = "https://api.todoist.com/sync/v9/sync",
    Scopes = ["data:read"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("sync_token", "*", On = OAuthMessage.UserInfo)]
[OAuthParameter("resource_types", "[\"user\"]", On = OAuthMessage.UserInfo)]
[OAuthRequest(OAuthMessage.UserInfo, Method = "POST")]
[OAuthResponse(OAuthMessage.UserInfo, Root = "user")]
[OAuthMember("sub", "id")]
public partial interface ITodoist : IAuthorizationCodeGrant, IUserInfoEndpoint;
