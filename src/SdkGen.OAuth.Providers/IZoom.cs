namespace SdkGen.OAuth.Providers;

/// <summary>Zoom, as <see href="https://developers.zoom.us/docs/integrations/oauth/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://zoom.us/oauth/authorize",
    TokenEndpoint = "https://zoom.us/oauth/token",
    RevocationEndpoint = "https://zoom.us/oauth/revoke",
    UserInfoEndpoint = "https://api.zoom.us/v2/users/me",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthMember("sub", "id")]
[OAuthMember("name", "display_name")]
public partial interface IZoom : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
