namespace SdkGen.OAuth.Providers;

/// <summary>Bitly, as <see href="https://dev.bitly.com/docs/getting-started/authentication/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://bitly.com/oauth/authorize",
    TokenEndpoint = "https://api-ssl.bitly.com/oauth/access_token",
    UserInfoEndpoint = "https://api-ssl.bitly.com/v4/user",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthResponse(OAuthMessage.Authorization, ErrorCode = "invalid", ErrorDescription = "reason")]
[OAuthError("true", "access_denied")]
[OAuthMember("sub", "login")]
public partial interface IBitly : IAuthorizationCodeGrant, IUserInfoEndpoint;
