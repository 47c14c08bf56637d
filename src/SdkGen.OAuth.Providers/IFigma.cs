namespace SdkGen.OAuth.Providers;

/// <summary>Figma, as <see href="https://developers.figma.com/docs/rest-api/authentication/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.figma.com/oauth",
    TokenEndpoint = "https://api.figma.com/v1/oauth/token",
    UserInfoEndpoint = "https://api.figma.com/v1/me",
    Scopes = ["current_user:read"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthRequest(OAuthMessage.Refresh, Endpoint = "https://api.figma.com/v1/oauth/refresh")]
[OAuthMember("sub", "id")]
public partial interface IFigma : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
