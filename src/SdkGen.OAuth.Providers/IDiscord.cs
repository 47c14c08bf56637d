namespace SdkGen.OAuth.Providers;

/// <summary>Discord, as <see href="https://discord.com/developers/docs/topics/oauth2">its documentation</see> describes it.</summary>
[OAuthProvider("https://discord.com", RevocationEndpoint = "https://discord.com/api/oauth2/token/revoke",
    UserInfoEndpoint = "https://discord.com/api/users/@me", Scopes = ["openid", "identify"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic, NonceReturned = false)]
[OAuthResponse(OAuthMessage.UserInfo, MatchSubject = false)]
[OAuthMember("sub", "id")]
public partial interface IDiscord : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
