namespace SdkGen.OAuth.Providers;

/// <summary>MusicBrainz, as <see href="https://musicbrainz.org/doc/Development/OAuth2">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://musicbrainz.org/oauth2/authorize",
    TokenEndpoint = "https://musicbrainz.org/oauth2/token",
    RevocationEndpoint = "https://musicbrainz.org/oauth2/revoke",
    UserInfoEndpoint = "https://musicbrainz.org/oauth2/userinfo",
    Scopes = ["profile"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("access_type", "offline", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
[OAuthMember("sub", "metabrainz_user_id")]
public partial interface IMusicBrainz : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
