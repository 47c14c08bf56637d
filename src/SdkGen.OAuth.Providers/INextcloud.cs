namespace SdkGen.OAuth.Providers;

/// <summary>Nextcloud, an installation, as <see href="https://docs.nextcloud.com/server/latest/admin_manual/configuration_server/oauth2.html">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "{baseUrl}/index.php/apps/oauth2/authorize",
    TokenEndpoint = "{baseUrl}/index.php/apps/oauth2/api/v1/token",
    UserInfoEndpoint = "{baseUrl}/ocs/v2.php/cloud/user?format=json",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "ocs.data")]
[OAuthMember("sub", "id")]
public partial interface INextcloud : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
