namespace SdkGen.OAuth.Providers;

/// <summary>HubSpot, as <see href="https://developers.hubspot.com/docs/api/oauth-quickstart-guide">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://app.hubspot.com/oauth/authorize",
    TokenEndpoint = "https://api.hubapi.com/oauth/v1/token",
    UserInfoEndpoint = "https://api.hubapi.com/oauth/v1/access-tokens/{token.access_token}",
    Scopes = ["oauth"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "user_id")]
public partial interface IHubSpot : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
