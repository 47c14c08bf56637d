using SdkGen.OAuth;

namespace Quickstart.Providers;

/// <summary>
/// A provider that wants id and secret in the body (RFC 6749 section 2.3.1) instead of an Authorization header. What a provider
/// does differently is said in its attributes, and nowhere else in a program.
/// </summary>
[OAuthProvider("{issuer}", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
internal partial interface IPostIdentity : IClientCredentialsGrant;
