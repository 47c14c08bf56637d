using SdkGen.OAuth;

namespace SdkGen.Benchmarks.Tokens;

/// <summary>A provider that gives tokens to machines, and refreshes those of users.</summary>
[OAuthProvider(
    TokenEndpoint = "https://login.microsoftonline.com/tenant/oauth2/v2.0/token",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
public partial interface IMachine : IClientCredentialsGrant, IRefreshTokenGrant;
