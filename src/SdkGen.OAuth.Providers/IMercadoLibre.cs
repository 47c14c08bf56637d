namespace SdkGen.OAuth.Providers;

/// <summary>Mercado Libre, the site of a country, as <see href="https://developers.mercadolibre.com.ar/en_us/authentication-and-authorization">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://auth.mercadolibre.com/authorization",
    TokenEndpoint = "https://api.mercadolibre.com/oauth/token",
    UserInfoEndpoint = "https://api.mercadolibre.com/users/me",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
public partial interface IMercadoLibre : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
