namespace SdkGen.OAuth.Providers;

/// <summary>Trakt, as <see href="https://trakt.docs.apiary.io/#reference/authentication-oauth">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://trakt.tv/oauth/authorize",
    TokenEndpoint = "https://api.trakt.tv/oauth/token",
    RevocationEndpoint = "https://api.trakt.tv/oauth/revoke",
    UserInfoEndpoint = "https://api.trakt.tv/users/me",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("extended", "full", On = OAuthMessage.UserInfo)]
[OAuthParameter("trakt-api-key", "{client.id}", In = ParameterLocation.Header, On = OAuthMessage.UserInfo)]
[OAuthParameter("trakt-api-version", "2", In = ParameterLocation.Header, On = OAuthMessage.UserInfo)]
[OAuthMember("sub", "username")]
public partial interface ITrakt : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
