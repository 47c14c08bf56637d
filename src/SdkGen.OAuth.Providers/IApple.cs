namespace SdkGen.OAuth.Providers;

/// <summary>Sign in with Apple, as <see href="https://developer.apple.com/documentation/signinwithapplerestapi">its documentation</see> describes it.</summary>
[OAuthProvider("https://appleid.apple.com", Scopes = ["openid", "name", "email"], ResponseMode = ResponseMode.FormPost,
    ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
[OAuthClientAssertion(Issuer = "{teamId}", Type = "", Algorithms = ["ES256"])]
[OAuthParameter("client_assertion", As = "client_secret")]
[OAuthParameter("client_assertion_type", Omit = true)]
public partial interface IApple : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint;
