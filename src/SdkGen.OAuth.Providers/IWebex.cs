namespace SdkGen.OAuth.Providers;

/// <summary>Webex, as <see href="https://developer.webex.com/docs/login-with-webex">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://webexapis.com/v1/authorize",
    TokenEndpoint = "https://webexapis.com/v1/access_token",
    UserInfoEndpoint = "https://webexapis.com/v1/people/me",
    Scopes = ["spark:people_read"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
[OAuthMember("name", "displayName")]
public partial interface IWebex : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
