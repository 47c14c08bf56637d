namespace SdkGen.OAuth.Providers;

/// <summary>amoCRM, an account of which is a host of its own, as <see href="https://www.amocrm.com/developers/content/oauth/step-by-step">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.amocrm.ru/oauth",
    TokenEndpoint = "https://{account}.amocrm.ru/oauth2/access_token",
    UserInfoEndpoint = "https://{account}.amocrm.ru/v3/user",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
public partial interface IAmoCrm : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
