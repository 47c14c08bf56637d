namespace SdkGen.OAuth.Providers;

/// <summary>ArcGIS Online, as <see href="https://developers.arcgis.com/documentation/security-and-authentication/user-authentication/flows/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.arcgis.com/sharing/rest/oauth2/authorize",
    TokenEndpoint = "https://www.arcgis.com/sharing/rest/oauth2/token",
    UserInfoEndpoint = "https://www.arcgis.com/sharing/rest/community/self",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("f", "json", On = OAuthMessage.UserInfo)]
[OAuthMember("sub", "username")]
public partial interface IArcGis : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
