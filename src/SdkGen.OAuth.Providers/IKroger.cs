namespace SdkGen.OAuth.Providers;

/// <summary>Kroger, and its certification environment, as <see href="https://developer.kroger.com/documentation/public/security/customer">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://{host}/v1/connect/oauth2/authorize",
    TokenEndpoint = "https://{host}/v1/connect/oauth2/token",
    UserInfoEndpoint = "https://{host}/v1/identity/profile",
    Scopes = ["profile.compact"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthVariable("host", Default = "production", Values = ["production=api.kroger.com", "certification=api-ce.kroger.com"])]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data")]
[OAuthMember("sub", "id")]
public partial interface IKroger : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
