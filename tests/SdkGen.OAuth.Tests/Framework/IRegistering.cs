namespace SdkGen.OAuth.Tests;

/// <summary>A provider at which clients register themselves.</summary>
[OAuthProvider(TestIssuer.Issuer, Scopes = ["openid"])]
[OAuthParameter("tenant", "acme", On = OAuthMessage.Registration)]
[OAuthParameter("X-Software", "tests", On = OAuthMessage.Registration, In = ParameterLocation.Header)]
public partial interface IRegistering : IClientConfigurationEndpoint, IAuthorizationCodeGrant, IClientCredentialsGrant;
