namespace SdkGen.OAuth.Testing.Tests.Providers;

/// <summary>A provider that binds tokens to a key (RFC 9449).</summary>
internal interface IBoundAcme :
    IAuthorizationCodeGrant, IRefreshTokenGrant, IClientCredentialsGrant, IDeviceAuthorizationGrant, IIntrospectionEndpoint, IUserInfoEndpoint,
    IOAuthProvider<IBoundAcme>
{
    static OAuthDeclaration IOAuthProvider<IBoundAcme>.Declaration { get; } = new(
        "BoundAcme",
        OAuthMessage.Authorization | OAuthMessage.Code | OAuthMessage.Refresh | OAuthMessage.ClientCredentials | OAuthMessage.DeviceAuthorization
        | OAuthMessage.DeviceCode | OAuthMessage.Introspection | OAuthMessage.UserInfo)
    {
        Provider = new("https://acme.example")
        {
            Scopes = ["openid", "profile"],
            OfflineAccessScope = "offline_access",
            SenderConstraint = SenderConstraint.DPoP,
        },
    };

    static OAuthClientOptions IOAuthProvider<IBoundAcme>.CreateOptions() => new AcmeOptions();

    static IBoundAcme IOAuthProvider<IBoundAcme>.CreateClient(OAuthClient client) => new AcmeClient(client);
}
