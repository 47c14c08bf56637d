namespace SdkGen.OAuth.Tests.NineProviders;

[OAuthProvider("https://discord.com", Scopes = ["openid", "identify"],
    UserInfoEndpoint = "https://discord.com/api/users/@me",
    RevocationEndpoint = "https://discord.com/api/oauth2/token/revoke",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic,
    NonceReturned = false)]
[OAuthMember("sub", "id")]
[OAuthResponse(OAuthMessage.UserInfo, MatchSubject = false)]
public partial interface IDiscord : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
