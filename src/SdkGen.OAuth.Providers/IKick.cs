namespace SdkGen.OAuth.Providers;

/// <summary>Kick, as <see href="https://docs.kick.com/getting-started/generating-tokens-oauth2-flow">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://id.kick.com/oauth/authorize",
    TokenEndpoint = "https://id.kick.com/oauth/token",
    RevocationEndpoint = "https://id.kick.com/oauth/revoke",
    UserInfoEndpoint = "https://api.kick.com/public/v1/users",
    Scopes = ["user:read"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data[0]")]
[OAuthMember("sub", "user_id")]
public partial interface IKick :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
