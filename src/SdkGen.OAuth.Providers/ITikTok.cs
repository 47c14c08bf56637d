namespace SdkGen.OAuth.Providers;

/// <summary>TikTok, as <see href="https://developers.tiktok.com/doc/oauth-user-access-token-management">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.tiktok.com/v2/auth/authorize/",
    TokenEndpoint = "https://open.tiktokapis.com/v2/oauth/token/",
    RevocationEndpoint = "https://open.tiktokapis.com/v2/oauth/revoke/",
    UserInfoEndpoint = "https://open.tiktokapis.com/v2/user/info/",
    Scopes = ["user.info.basic"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("client_id", As = "client_key")]
[OAuthParameter("token_type_hint", Omit = true)]
[OAuthParameter("fields", "open_id,display_name,avatar_url", On = OAuthMessage.UserInfo)]
[OAuthMember("scope", "scope", Separator = ',')]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data.user", ErrorCode = "error.code", ErrorDescription = "error.message", Success = "ok")]
[OAuthMember("sub", "open_id")]
[OAuthMember("name", "display_name")]
public partial interface ITikTok : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
