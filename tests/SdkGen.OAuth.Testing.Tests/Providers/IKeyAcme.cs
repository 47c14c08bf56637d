namespace SdkGen.OAuth.Testing.Tests.Providers;

/// <summary>A provider whose clients authenticate with keys, and push what they ask for.</summary>
internal interface IKeyAcme : IAuthorizationCodeGrant, IRefreshTokenGrant, IClientCredentialsGrant, IOAuthProvider<IKeyAcme>
{
    static OAuthDeclaration IOAuthProvider<IKeyAcme>.Declaration { get; } = new(
        "KeyAcme", OAuthMessage.Authorization | OAuthMessage.Code | OAuthMessage.Refresh | OAuthMessage.ClientCredentials)
    {
        Provider = new("https://acme.example") { Scopes = ["openid"], ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt },
        PushesAuthorizationRequests = true,
    };

    static OAuthClientOptions IOAuthProvider<IKeyAcme>.CreateOptions() => new AcmeOptions();

    static IKeyAcme IOAuthProvider<IKeyAcme>.CreateClient(OAuthClient client) => new AcmeClient(client);
}
