namespace SdkGen.OAuth.Providers;

/// <summary>osu!, as <see href="https://osu.ppy.sh/docs/index.html#authentication">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://osu.ppy.sh/oauth/authorize",
    TokenEndpoint = "https://osu.ppy.sh/oauth/token",
    UserInfoEndpoint = "https://osu.ppy.sh/api/v2/me",
    Scopes = ["identify"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthRequest(OAuthMessage.ClientCredentials, Scopes = ["public"])]
[OAuthMember("sub", "id")]
public partial interface IOsu : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
