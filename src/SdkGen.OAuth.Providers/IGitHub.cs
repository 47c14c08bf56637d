namespace SdkGen.OAuth.Providers;

/// <summary>GitHub, as <see href="https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://github.com/login/oauth/authorize",
    TokenEndpoint = "https://github.com/login/oauth/access_token",
    DeviceAuthorizationEndpoint = "https://github.com/login/device/code",
    UserInfoEndpoint = "https://api.github.com/user",
    Scopes = ["read:user"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("scope", "scope", Separator = ',')]
[OAuthMember("sub", "id")]
[OAuthMember("preferred_username", "login")]
[OAuthMember("picture", "avatar_url")]
public partial interface IGitHub : IAuthorizationCodeGrant, IDeviceAuthorizationGrant, IUserInfoEndpoint;
