namespace SdkGen.OAuth.Testing.Tests.Providers;

/// <summary>A provider with every grant and endpoint, written out as the generator writes it.</summary>
internal interface IAcme :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, ITokenExchangeGrant, IJwtBearerGrant,
    IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint, IEndSessionEndpoint, IBackchannelLogout, IOAuthProvider<IAcme>
{
    static OAuthDeclaration IOAuthProvider<IAcme>.Declaration { get; } = AcmeClient.Declare("Acme", new("https://acme.example")
    {
        Scopes = ["openid", "profile", "email"],
        OfflineAccessScope = "offline_access",
    });

    static OAuthClientOptions IOAuthProvider<IAcme>.CreateOptions() => new AcmeOptions();

    static IAcme IOAuthProvider<IAcme>.CreateClient(OAuthClient client) => new AcmeClient(client);
}
