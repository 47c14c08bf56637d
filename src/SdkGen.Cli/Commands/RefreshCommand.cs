using SdkGen.Cli.Inputs;
using SdkGen.Cli.Output;
using SdkGen.Cli.Providers;
using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Commands;

/// <summary>New tokens for a refresh token (RFC 6749 section 6).</summary>
internal sealed class RefreshCommand : ProviderCommand
{
    private readonly TokenInput _token = new("the refresh token");
    private readonly AccessInput _access = new();

    public RefreshCommand()
        : base(
            "refresh",
            "Trade a refresh token for new tokens (RFC 6749 section 6). The old one may be used up by that.",
            [
                "sdkgen perform refresh --issuer https://login.example.com --client-id my-cli < refresh-token.txt",
                "sdkgen perform refresh --project my-project-123 --client-id my-app --client-secret-env MY_SECRET --token-env REFRESH_TOKEN --format json",
            ],
            QuietToken)
    {
        Arguments.Add(_token.Argument);
        AddAll([_token.Option, .. _access.All]);
    }

    /// <inheritdoc />
    protected override TokenInput Token => _token;

    /// <inheritdoc />
    protected override async Task<CommandResult> RunAsync(Run run, ConnectedProvider provider, CancellationToken cancellationToken)
    {
        var grant = provider.Require<IRefreshTokenGrant>();
        var request = _access.Apply(new RefreshTokenRequest { RefreshToken = await _token.ReadAsync(run, cancellationToken) }, run.Arguments);
        return TokenResult.Of(await grant.RefreshTokenAsync(request, cancellationToken));
    }
}
