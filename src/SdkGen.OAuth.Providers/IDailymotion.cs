namespace SdkGen.OAuth.Providers;

/// <summary>Dailymotion, as <see href="https://developers.dailymotion.com/guides/platform-api-authentication/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://api.dailymotion.com/oauth/authorize",
    TokenEndpoint = "https://api.dailymotion.com/oauth/token",
    UserInfoEndpoint = "https://api.dailymotion.com/user/{token.uid}",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("fields", "id,screenname", On = OAuthMessage.UserInfo)]
[OAuthMember("sub", "id")]
public partial interface IDailymotion : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
