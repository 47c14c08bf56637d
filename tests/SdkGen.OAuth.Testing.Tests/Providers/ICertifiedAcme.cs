namespace SdkGen.OAuth.Testing.Tests.Providers;

/// <summary>A provider whose clients authenticate with certificates, to which it binds tokens (RFC 8705).</summary>
internal interface ICertifiedAcme :
    IAuthorizationCodeGrant, IRefreshTokenGrant, IClientCredentialsGrant, IIntrospectionEndpoint, IUserInfoEndpoint, IOAuthProvider<ICertifiedAcme>
{
    static OAuthDeclaration IOAuthProvider<ICertifiedAcme>.Declaration { get; } = new(
        "CertifiedAcme",
        OAuthMessage.Authorization | OAuthMessage.Code | OAuthMessage.Refresh | OAuthMessage.ClientCredentials | OAuthMessage.Introspection | OAuthMessage.UserInfo)
    {
        Provider = new("https://acme.example")
        {
            Scopes = ["openid", "profile"],
            OfflineAccessScope = "offline_access",
            ClientAuthentication = ClientAuthenticationMethod.SelfSignedTlsClientAuth,
            SenderConstraint = SenderConstraint.MutualTls,
        },
        PushesAuthorizationRequests = true,
    };

    static OAuthClientOptions IOAuthProvider<ICertifiedAcme>.CreateOptions() => new AcmeOptions();

    static ICertifiedAcme IOAuthProvider<ICertifiedAcme>.CreateClient(OAuthClient client) => new AcmeClient(client);
}
