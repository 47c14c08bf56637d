namespace SdkGen.OAuth.Interop.Tests.Glewlwyd;

/// <summary>Glewlwyd by its metadata.</summary>
[OAuthProvider("{issuer}", Scopes = ["openid", "orders.read"])]
public partial interface IGlewlwyd :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IRevocationEndpoint, IIntrospectionEndpoint,
    IUserInfoEndpoint, IEndSessionEndpoint;

/// <summary>Its clients that have the secret in the body.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
public partial interface IGlewlwydPost : IGlewlwyd;

/// <summary>Its clients that sign an assertion with their secret: it takes those for its token endpoint only.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.ClientSecretJwt)]
[OAuthClientAssertion(Audience = "{issuer}/token")]
public partial interface IGlewlwydSecretJwt : IGlewlwyd;

/// <summary>Its clients that sign an assertion with a key: likewise.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
[OAuthClientAssertion(Audience = "{issuer}/token")]
public partial interface IGlewlwydKeyJwt : IGlewlwyd;

/// <summary>With pushed authorization requests.</summary>
[OAuthProvider("{issuer}", Scopes = ["openid"])]
public partial interface IGlewlwydPar : IAuthorizationCodeGrant, IPushedAuthorizationRequestEndpoint;

/// <summary>Basic credentials that are not encoded.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic, BasicEncoding = BasicEncoding.Raw)]
public partial interface IGlewlwydRawBasic : IGlewlwyd;

/// <summary>With tokens that are bound to a key, by a draft of RFC 9449.</summary>
[OAuthProvider(SenderConstraint = SenderConstraint.DPoP)]
public partial interface IGlewlwydDPoP : IGlewlwyd;

/// <summary>Without PKCE, to see what the server says.</summary>
#pragma warning disable OAUTH2004 // It is the point: the server refuses it.
[OAuthProvider(Pkce = PkceMethod.NotSent)]
public partial interface IGlewlwydWithoutPkce : IGlewlwyd;
#pragma warning restore OAUTH2004
