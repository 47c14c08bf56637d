using System.Text.Json.Nodes;
using SdkGen.Cli.Output;
using SdkGen.Cli.Providers;
using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Commands;

/// <summary>The end of a token (RFC 7009).</summary>
internal sealed class RevokeCommand : TokenCommand
{
    public RevokeCommand()
        : base(
            "revoke",
            "Revoke a token (RFC 7009). With a refresh token, most providers revoke the access tokens that came of it.",
            [
                "sdkgen revoke --issuer https://login.example.com --client-id my-cli < refresh-token.txt",
                "sdkgen revoke --provider google --client-id … --client-secret-env GOOGLE_SECRET --token-env REFRESH_TOKEN",
            ],
            "Print nothing.",
            "the token")
    {
        AddAll([Token.Option, Token.Hint]);
    }

    /// <inheritdoc />
    protected override async Task<CommandResult> RunAsync(Run run, ConnectedProvider provider, CancellationToken cancellationToken)
    {
        var endpoint = provider.Require<IRevocationEndpoint>();
        await endpoint.RevokeTokenAsync(
            new RevocationRequest { Token = await Token.ReadAsync(run, cancellationToken), TokenTypeHint = run.Arguments.GetValue(Token.Hint) }, cancellationToken);

        // A provider says the same of a token that it never knew (RFC 7009 section 2.2).
        return new(new JsonObject { ["revoked"] = true }, new PropertyList(null, ("REVOKED", "true")));
    }
}
