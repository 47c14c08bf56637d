namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>
/// oidc-provider by its metadata alone. It grants offline access only to users who are asked (OpenID Connect Core section 11), and takes an
/// assertion's type whatever it is.
/// </summary>
[OAuthProvider("{issuer}", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
[OAuthParameter("prompt", "consent", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
public partial interface IOidcProvider :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, ITokenExchangeGrant,
    IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint, IEndSessionEndpoint;

/// <summary>Its clients that have the secret in the body.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
public partial interface IOidcProviderPost : IOidcProvider;

/// <summary>Its clients that sign an assertion with their secret.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.ClientSecretJwt)]
public partial interface IOidcProviderSecretJwt : IOidcProvider;

/// <summary>Its clients that sign an assertion with a key.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
public partial interface IOidcProviderKeyJwt : IOidcProvider;

/// <summary>The same with an assertion for the token endpoint, of the type that most servers know.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
[OAuthClientAssertion(Audience = "{issuer}/token", Type = "JWT")]
public partial interface IOidcProviderKeyJwtForTheEndpoint : IOidcProvider;

/// <summary>Basic credentials as the script writes them from which many programs began: not encoded.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic, BasicEncoding = BasicEncoding.Raw)]
public partial interface IOidcProviderRawBasic : IOidcProvider;

/// <summary>With pushed authorization requests, whether the server demands them or not.</summary>
[OAuthProvider("{issuer}", Scopes = ["openid"])]
public partial interface IOidcProviderPar : IAuthorizationCodeGrant, IPushedAuthorizationRequestEndpoint;

/// <summary>With the answer in a form.</summary>
[OAuthProvider(ResponseMode = ResponseMode.FormPost)]
public partial interface IOidcProviderFormPost : IOidcProvider;

/// <summary>Without PKCE, to see what the server says.</summary>
#pragma warning disable OAUTH2004 // It is the point: the server refuses it.
[OAuthProvider(Pkce = PkceMethod.NotSent)]
public partial interface IOidcProviderWithoutPkce : IOidcProvider;
#pragma warning restore OAUTH2004
