using SdkGen.OAuth;
using SdkGen.OAuth.Testing;

namespace SdkGen.Cli.Tests;

/// <summary>A real authorization server on a port of this machine, and the tool as its client.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    /// <summary>By this name the tool is told where the secret is.</summary>
    public const string SecretVariable = "TEST_SECRET";

    public const string TokenVariable = "TEST_TOKEN";

    public TestAuthorizationServer Server { get; private set; } = null!;

    public string Issuer => Server.Issuer;

    public string Secret => Server.DefaultClient.ClientSecret!;

    /// <summary>The confidential client.</summary>
    public string[] Confidential => ["--issuer", Issuer, "--client-id", Server.DefaultClient.ClientId, "--client-secret-env", SecretVariable];

    /// <summary>The public client.</summary>
    public string[] Public => ["--issuer", Issuer, "--client-id", Server.PublicClient.ClientId];

    public async Task InitializeAsync() => Server = await TestAuthorizationServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>Runs the tool with the secret in its environment.</summary>
    internal Task<SdkGenResult> RunAsync(string[] arguments, string? input = null, string? token = null) =>
        SdkGenProcess.RunAsync(arguments, Environment(token), input);

    internal SdkGenProcess Start(params string[] arguments) => SdkGenProcess.Start(arguments, Environment(null));

    /// <summary>Tokens of a user, got without the tool.</summary>
    internal async Task<TokenResponse> SignInAsync()
    {
        var client = Server.CreateClient<IEverything>();
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("http://127.0.0.1/callback") });
        return await client.RedeemAuthorizationCodeAsync(request, await Server.CreateUserAgent().AuthorizeAsync(request));
    }

    internal IEverything CreateClient() => Server.CreateClient<IEverything>();

    internal Dictionary<string, string> Environment(string? token) =>
        new() { [SecretVariable] = Secret, [TokenVariable] = token ?? "" };
}
