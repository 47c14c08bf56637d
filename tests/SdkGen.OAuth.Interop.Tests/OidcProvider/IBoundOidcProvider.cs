namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>With tokens that are bound to a key (RFC 9449).</summary>
[OAuthProvider(SenderConstraint = SenderConstraint.DPoP)]
public partial interface IOidcProviderDPoP : IOidcProvider;

/// <summary>With tokens that are bound to the certificate of the connection, by which the client is known too (RFC 8705).</summary>
[OAuthProvider("{issuer}", Scopes = ["openid"],
    ClientAuthentication = ClientAuthenticationMethod.SelfSignedTlsClientAuth,
    SenderConstraint = SenderConstraint.MutualTls)]
public partial interface IOidcProviderMutualTls : IClientCredentialsGrant, IIntrospectionEndpoint;
