namespace SdkGen.OAuth.Testing.Tests.Providers;

/// <summary>A provider whose callback is posted, and whose clients authenticate in the body.</summary>
internal interface IFormPostAcme : IAuthorizationCodeGrant, IOAuthProvider<IFormPostAcme>
{
    static OAuthDeclaration IOAuthProvider<IFormPostAcme>.Declaration { get; } = AcmeClient.Declare("FormPostAcme", new("https://acme.example")
    {
        Scopes = ["openid"],
        ResponseMode = ResponseMode.FormPost,
        ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost,
    });

    static OAuthClientOptions IOAuthProvider<IFormPostAcme>.CreateOptions() => new AcmeOptions();

    static IFormPostAcme IOAuthProvider<IFormPostAcme>.CreateClient(OAuthClient client) => new AcmeClient(client);
}
