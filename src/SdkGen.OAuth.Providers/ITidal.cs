namespace SdkGen.OAuth.Providers;

/// <summary>TIDAL, its catalogue, as <see href="https://developer.tidal.com/documentation/api-sdk/api-sdk-authorization">its documentation</see> describes it.</summary>
[OAuthProvider(
    TokenEndpoint = "https://auth.tidal.com/v1/oauth2/token",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
public partial interface ITidal : IClientCredentialsGrant;
