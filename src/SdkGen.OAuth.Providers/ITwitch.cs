namespace SdkGen.OAuth.Providers;

/// <summary>Twitch, as <see href="https://dev.twitch.tv/docs/authentication/">its documentation</see> describes it.</summary>
[OAuthProvider("https://id.twitch.tv/oauth2", Scopes = ["openid"])]
[OAuthParameter("claims", "{\"id_token\":{\"preferred_username\":null,\"picture\":null}}", On = OAuthMessage.Authorization)]
public partial interface ITwitch : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
