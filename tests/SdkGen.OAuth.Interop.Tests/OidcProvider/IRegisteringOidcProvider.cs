namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>With users who sign in on a device of theirs (CIBA).</summary>
[OAuthProvider("{issuer}", Scopes = ["openid"])]
public partial interface IOidcProviderBackchannel : IBackchannelAuthenticationGrant, IUserInfoEndpoint;

/// <summary>With clients that register themselves (RFC 7591, RFC 7592).</summary>
[OAuthProvider("{issuer}", Scopes = ["openid"])]
public partial interface IOidcProviderRegistration : IClientConfigurationEndpoint, IClientCredentialsGrant, IAuthorizationCodeGrant;
