namespace SdkGen.OAuth.Providers;

/// <summary>Patreon, as <see href="https://docs.patreon.com/#oauth">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.patreon.com/oauth2/authorize",
    TokenEndpoint = "https://www.patreon.com/api/oauth2/token",
    UserInfoEndpoint = "https://www.patreon.com/api/oauth2/v2/identity",
    Scopes = ["identity"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("fields[user]", "full_name", On = OAuthMessage.UserInfo)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data")]
[OAuthMember("sub", "id")]
[OAuthMember("name", "attributes.full_name")]
public partial interface IPatreon : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
