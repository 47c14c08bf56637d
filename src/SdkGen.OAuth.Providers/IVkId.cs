namespace SdkGen.OAuth.Providers;

/// <summary>VK ID, as <see href="https://id.vk.com/about/business/go/docs/en/vkid/latest/oauth-vk">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://id.vk.com/authorize",
    TokenEndpoint = "https://id.vk.com/oauth2/auth",
    RevocationEndpoint = "https://id.vk.com/oauth2/revoke",
    UserInfoEndpoint = "https://id.vk.com/oauth2/user_info",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("device_id", "{callback.device_id}", On = OAuthMessage.Code | OAuthMessage.Refresh)]
[OAuthParameter("token", As = "access_token")]
[OAuthParameter("token_type_hint", Omit = true)]
[OAuthRequest(OAuthMessage.UserInfo, Method = "POST")]
[OAuthParameter("client_id", "{client.id}", On = OAuthMessage.UserInfo)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "user")]
[OAuthMember("sub", "user_id")]
[OAuthMember("given_name", "first_name")]
public partial interface IVkId : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
