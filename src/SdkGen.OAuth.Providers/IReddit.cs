namespace SdkGen.OAuth.Providers;

/// <summary>Reddit, as <see href="https://github.com/reddit-archive/reddit/wiki/OAuth2">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.reddit.com/api/v1/authorize",
    TokenEndpoint = "https://www.reddit.com/api/v1/access_token",
    RevocationEndpoint = "https://www.reddit.com/api/v1/revoke_token",
    UserInfoEndpoint = "https://oauth.reddit.com/api/v1/me",
    Scopes = ["identity"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic, PublicClient = PublicClientBehavior.BasicWithEmptySecret)]
[OAuthParameter("duration", "permanent", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
[OAuthMember("sub", "id")]
[OAuthMember("preferred_username", "name")]
public partial interface IReddit :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
