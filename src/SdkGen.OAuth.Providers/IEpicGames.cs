namespace SdkGen.OAuth.Providers;

/// <summary>Epic Games, as <see href="https://dev.epicgames.com/docs/web-api-ref/authentication">its documentation</see> describes it.</summary>
[OAuthProvider("https://api.epicgames.dev/epic/oauth/v1", Scopes = ["openid", "basic_profile"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic, BasicEncoding = BasicEncoding.Raw)]
public partial interface IEpicGames :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
