namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>With signed answers (JARM), in the query and in a form.</summary>
[OAuthProvider(ResponseMode = ResponseMode.QueryJwt)]
public partial interface IOidcProviderJarm : IOidcProvider;

/// <summary>Likewise, in a form.</summary>
[OAuthProvider(ResponseMode = ResponseMode.FormPostJwt)]
public partial interface IOidcProviderJarmForm : IOidcProvider;

/// <summary>With signed requests (RFC 9101), by the key by which the client is known.</summary>
[OAuthProvider(ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt, RequestObject = RequestObjectUse.Signed)]
public partial interface IOidcProviderJar : IOidcProvider;

/// <summary>With signed user info and introspections (RFC 9701).</summary>
[OAuthProvider(UserInfoAlgorithms = ["RS256"], IntrospectionAlgorithms = ["RS256"])]
public partial interface IOidcProviderSignedReplies : IOidcProvider;
