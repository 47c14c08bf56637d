namespace SdkGen.OAuth.Testing.Tests.Providers;

/// <summary>A provider whose clients have no secrets.</summary>
internal interface IPublicAcme : IAuthorizationCodeGrant, IRefreshTokenGrant, IOAuthProvider<IPublicAcme>
{
    static OAuthDeclaration IOAuthProvider<IPublicAcme>.Declaration { get; } = AcmeClient.Declare("PublicAcme", new("https://acme.example")
    {
        Scopes = ["openid"],
        ClientAuthentication = ClientAuthenticationMethod.None,
    });

    static OAuthClientOptions IOAuthProvider<IPublicAcme>.CreateOptions() => new AcmeOptions();

    static IPublicAcme IOAuthProvider<IPublicAcme>.CreateClient(OAuthClient client) => new AcmeClient(client);
}
