namespace SdkGen.OAuth.Providers;

/// <summary>Mattermost, an installation, as <see href="https://developers.mattermost.com/integrate/apps/authentication/oauth2/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "{baseUrl}/oauth/authorize",
    TokenEndpoint = "{baseUrl}/oauth/access_token",
    UserInfoEndpoint = "{baseUrl}/api/v4/users/me",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
[OAuthMember("preferred_username", "username")]
public partial interface IMattermost : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
