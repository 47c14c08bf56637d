namespace SdkGen.OAuth.Interop.Tests.Hydra;

/// <summary>Ory Network, as its users declare it. The name of the project becomes the host.</summary>
[OAuthProvider("https://{project}.projects.oryapis.com", Scopes = ["openid"], OfflineAccessScope = "offline_access")]
public partial interface IOry :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IRevocationEndpoint, IUserInfoEndpoint,
    IEndSessionEndpoint;

/// <summary>Its administration API, which has a credential of its own: a personal access token, <c>ory_pat_…</c>.</summary>
[OAuthProvider(
    IntrospectionEndpoint = "https://{project}.projects.oryapis.com/admin/oauth2/introspect",
    ClientAuthentication = ClientAuthenticationMethod.BearerToken)]
public partial interface IOryAdministration : IIntrospectionEndpoint;

/// <summary>Its clients that have the secret in the body.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
public partial interface IOryPost : IOry;

/// <summary>Its clients that sign: it takes assertions for its token endpoint only.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
[OAuthClientAssertion(Audience = "https://{project}.projects.oryapis.com/oauth2/token")]
public partial interface IOryKeyJwt : IOry;

/// <summary>The scope for a refresh token under its other name.</summary>
[OAuthProvider(OfflineAccessScope = "offline")]
public partial interface IOryOffline : IOry;

/// <summary>With the answer in a form.</summary>
[OAuthProvider(ResponseMode = ResponseMode.FormPost)]
public partial interface IOryFormPost : IOry;

/// <summary>A Hydra of one's own, with its public and its administration address.</summary>
[OAuthProvider("{issuer}", Scopes = ["openid"], OfflineAccessScope = "offline")]
public partial interface ISelfHostedOry :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IRevocationEndpoint, IUserInfoEndpoint;

/// <summary>A challenge that is the verifier itself, which Hydra announces and never takes.</summary>
#pragma warning disable OAUTH2003 // It is the point: the server refuses it.
[OAuthProvider(Pkce = PkceMethod.Plain)]
public partial interface IOryPlain : IOry;
#pragma warning restore OAUTH2003
