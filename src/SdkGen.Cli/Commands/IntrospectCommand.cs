using System.Text.Json.Nodes;
using SdkGen.Cli.Output;
using SdkGen.Cli.Providers;
using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Commands;

/// <summary>What the provider knows of a token (RFC 7662).</summary>
internal sealed class IntrospectCommand : TokenCommand
{
    public IntrospectCommand()
        : base(
            "introspect",
            "Ask the provider whether a token is active, and what it is good for (RFC 7662).",
            [
                "sdkgen introspect --issuer https://login.example.com --client-id my-api --client-secret-env MY_SECRET < token.txt",
                "sdkgen introspect --issuer https://login.example.com --client-id my-api --client-secret-env MY_SECRET --token-env TOKEN -q",
            ],
            "Print true if the token is active, else false.",
            "the token")
    {
        AddAll([Token.Option, Token.Hint]);
    }

    /// <inheritdoc />
    protected override async Task<CommandResult> RunAsync(Run run, ConnectedProvider provider, CancellationToken cancellationToken)
    {
        var endpoint = provider.Require<IIntrospectionEndpoint>();
        var response = await endpoint.IntrospectTokenAsync(
            new() { Token = await Token.ReadAsync(run, cancellationToken), TokenTypeHint = run.Arguments.GetValue(Token.Hint) }, cancellationToken);

        // Of a token that is not active nothing else is known (RFC 7662 section 2.2).
        var members = response.ReadAs(CliJson.Default.JsonObject) ?? new JsonObject { ["active"] = false };
        return new(members, new PropertyList(null, Claims.Lines(members))) { Essence = response.Active ? "true" : "false" };
    }
}
