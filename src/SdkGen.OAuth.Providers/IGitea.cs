namespace SdkGen.OAuth.Providers;

/// <summary>Gitea, an installation, as <see href="https://docs.gitea.com/development/oauth2-provider">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "{baseUrl}/login/oauth/authorize",
    TokenEndpoint = "{baseUrl}/login/oauth/access_token",
    UserInfoEndpoint = "{baseUrl}/api/v1/user",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthMember("sub", "id")]
[OAuthMember("preferred_username", "login")]
public partial interface IGitea : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
