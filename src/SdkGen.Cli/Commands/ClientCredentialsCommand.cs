using SdkGen.Cli.Inputs;
using SdkGen.Cli.Output;
using SdkGen.Cli.Providers;
using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Commands;

/// <summary>A token of the client itself (RFC 6749 section 4.4).</summary>
internal sealed class ClientCredentialsCommand : ProviderCommand
{
    private readonly AccessInput _access = new();

    public ClientCredentialsCommand()
        : base(
            "client-credentials",
            "Get a token for a machine (RFC 6749 section 4.4).",
            [
                "sdkgen perform client-credentials --issuer https://login.example.com --client-id my-service --client-secret-env MY_SECRET --scope orders.read",
                "sdkgen perform client-credentials --project my-project-123 --client-id my-service --client-secret-stdin -q < secret.txt",
                "sdkgen perform client-credentials --provider microsoft --var tenant=contoso.com --client-id … --client-secret-env MY_SECRET --scope https://graph.microsoft.com/.default",
            ],
            QuietToken)
    {
        AddAll(_access.All);
    }

    /// <inheritdoc />
    protected override async Task<CommandResult> RunAsync(Run run, ConnectedProvider provider, CancellationToken cancellationToken)
    {
        var grant = provider.Require<IClientCredentialsGrant>();
        return TokenResult.Of(await grant.RequestClientTokenAsync(_access.Apply(new ClientCredentialsRequest(), run.Arguments), cancellationToken));
    }
}
