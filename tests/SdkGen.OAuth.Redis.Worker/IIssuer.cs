namespace SdkGen.OAuth.Redis.Worker;

/// <summary>The provider of the test: where its endpoint is, the test says.</summary>
[OAuthProvider(
    TokenEndpoint = "https://issuer.example/token",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
public partial interface IIssuer : IClientCredentialsGrant, IRefreshTokenGrant;
