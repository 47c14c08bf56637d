namespace SdkGen.OAuth.Interop.Tests.OpenIddict;

/// <summary>A server of OpenIddict by its metadata.</summary>
[OAuthProvider("{issuer}", Scopes = ["openid", "profile"], OfflineAccessScope = "offline_access")]
public partial interface IOpenIddict :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, ITokenExchangeGrant, IRevocationEndpoint, IIntrospectionEndpoint,
    IUserInfoEndpoint, IEndSessionEndpoint;

/// <summary>With pushed authorization requests.</summary>
[OAuthProvider("{issuer}", Scopes = ["openid"])]
public partial interface IOpenIddictPar : IAuthorizationCodeGrant, IPushedAuthorizationRequestEndpoint;

/// <summary>Its clients that sign, for the issuer, which is all that it takes.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
public partial interface IOpenIddictKeyJwt : IOpenIddict;

/// <summary>An assertion of the type that most servers know, and it does not.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
[OAuthClientAssertion(Type = "JWT")]
public partial interface IOpenIddictPlainJwt : IOpenIddict;

/// <summary>An assertion for the token endpoint, which many servers want, and it does not take.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
[OAuthClientAssertion(Audience = "{issuer}connect/token")]
public partial interface IOpenIddictEndpointJwt : IOpenIddict;

/// <summary>Basic credentials that are not encoded.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic, BasicEncoding = BasicEncoding.Raw)]
public partial interface IOpenIddictRawBasic : IOpenIddict;

/// <summary>Without PKCE, to see what the server says.</summary>
#pragma warning disable OAUTH2004 // It is the point: the server refuses it.
[OAuthProvider(Pkce = PkceMethod.NotSent)]
public partial interface IOpenIddictWithoutPkce : IOpenIddict;
#pragma warning restore OAUTH2004
