namespace SdkGen.OAuth.Providers;

/// <summary>Mercado Pago, as <see href="https://www.mercadopago.com.ar/developers/en/docs/security/oauth/introduction">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://auth.mercadopago.com/authorization",
    TokenEndpoint = "https://api.mercadopago.com/oauth/token",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
public partial interface IMercadoPago : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant;
