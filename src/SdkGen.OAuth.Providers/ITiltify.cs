namespace SdkGen.OAuth.Providers;

/// <summary>Tiltify, as <see href="https://developers.tiltify.com/docs/oauth">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://v5api.tiltify.com/oauth/authorize",
    TokenEndpoint = "https://v5api.tiltify.com/oauth/token",
    UserInfoEndpoint = "https://v5api.tiltify.com/api/public/current-user",
    Scopes = ["public"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data")]
[OAuthMember("sub", "id")]
public partial interface ITiltify : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
