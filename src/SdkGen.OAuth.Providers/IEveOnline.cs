namespace SdkGen.OAuth.Providers;

/// <summary>EVE Online, as <see href="https://developers.eveonline.com/docs/services/sso/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://login.eveonline.com/v2/oauth/authorize",
    TokenEndpoint = "https://login.eveonline.com/v2/oauth/token",
    RevocationEndpoint = "https://login.eveonline.com/v2/oauth/revoke",
    UserInfoEndpoint = "https://login.eveonline.com/oauth/verify",
    Scopes = ["publicData"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "CharacterID")]
public partial interface IEveOnline : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
