namespace SdkGen.OAuth.Providers;

/// <summary>Atlassian, Jira and Confluence in the cloud, as <see href="https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://auth.atlassian.com/authorize",
    TokenEndpoint = "https://auth.atlassian.com/oauth/token",
    UserInfoEndpoint = "https://api.atlassian.com/me",
    Scopes = ["read:me"], OfflineAccessScope = "offline_access",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("audience", "api.atlassian.com", On = OAuthMessage.Authorization)]
[OAuthParameter("prompt", "consent", On = OAuthMessage.Authorization)]
[OAuthMember("sub", "account_id")]
public partial interface IAtlassian : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
