namespace SdkGen.OAuth.Testing.Tests.Providers;

/// <summary>A provider with variables in its issuer and in the parameters of its requests.</summary>
internal interface ITenantAcme : IClientCredentialsGrant, IOAuthProvider<ITenantAcme>
{
    static OAuthDeclaration IOAuthProvider<ITenantAcme>.Declaration { get; } = AcmeClient.Declare(
        "TenantAcme",
        new("https://{tenant}.acme.example") { PushedAuthorizationRequestEndpoint = "https://{tenant}.acme.example/{push_path}" },
        [
            new("account_id", "{account_id}") { On = OAuthMessage.ClientCredentials },
            new("number", "{number}") { On = OAuthMessage.ClientCredentials },
            new("region", "{region}") { On = OAuthMessage.ClientCredentials },
            new("stage", "{stage}") { On = OAuthMessage.ClientCredentials },
            new("hint", "{user-hint?}") { On = OAuthMessage.ClientCredentials },
        ],
        [
            new("number") { Pattern = "[0-9]+" },
            new("region") { Values = ["Europe=eu-1", "America=us-1"] },
            new("stage") { Default = "live" },
        ],
        new() { Issuer = "{assertion_issuer}", Audience = "https://acme.example/{audience}" });

    static OAuthClientOptions IOAuthProvider<ITenantAcme>.CreateOptions() => new TenantOptions();

    static ITenantAcme IOAuthProvider<ITenantAcme>.CreateClient(OAuthClient client) => new AcmeClient(client);
}
