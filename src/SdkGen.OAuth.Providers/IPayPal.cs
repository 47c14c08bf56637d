namespace SdkGen.OAuth.Providers;

/// <summary>Log in with PayPal, live or in the sandbox, as <see href="https://developer.paypal.com/docs/log-in-with-paypal/">its documentation</see> describes it.</summary>
[OAuthProvider("https://www.paypal.com",
    AuthorizationEndpoint = "https://www.{site}/signin/authorize",
    TokenEndpoint = "https://api-m.{site}/v1/oauth2/token",
    UserInfoEndpoint = "https://api-m.{site}/v1/identity/oauth2/userinfo?schema=paypalv1.1",
    Scopes = ["openid", "profile", "email"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic, IdToken = IdTokenExpectation.Optional)]
[OAuthVariable("site", Default = "production", Values = ["production=paypal.com", "sandbox=sandbox.paypal.com"])]
[OAuthMember("sub", "user_id")]
public partial interface IPayPal : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
