using SdkGen.Cli.Inputs;
using SdkGen.Cli.Output;
using SdkGen.Cli.Providers;
using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Commands;

/// <summary>Sign-in on another device (RFC 8628).</summary>
internal sealed class DeviceCodeCommand : ProviderCommand
{
    private readonly AccessInput _access = new();

    public DeviceCodeCommand()
        : base(
            "device-code",
            "Sign in on another device, and get tokens here (RFC 8628).",
            [
                "sdkgen perform device-code --issuer https://login.example.com --client-id my-tv",
                "sdkgen perform device-code --provider github --client-id … --scope read:user -q",
            ],
            QuietToken)
    {
        AddAll(_access.All);
    }

    /// <inheritdoc />
    protected override ProviderWishes Wishes(System.CommandLine.ParseResult arguments) => new() { SignsIn = true, Scopes = _access.Scopes(arguments) };

    /// <inheritdoc />
    protected override async Task<CommandResult> RunAsync(Run run, ConnectedProvider provider, CancellationToken cancellationToken)
    {
        var grant = provider.Require<IDeviceAuthorizationGrant>();
        var authorization = await grant.RequestDeviceAuthorizationAsync(_access.Apply(new DeviceAuthorizationRequest(), run.Arguments), cancellationToken);
        Show(run.Notes, authorization);
        return TokenResult.Of(await run.Notes.WaitAsync(
            "Waiting until you have signed in", () => grant.WaitForDeviceTokenAsync(authorization, cancellationToken)));
    }

    /// <summary>Address and code are always said, even if a QR code holds both (RFC 8628 section 3.3.1).</summary>
    private static void Show(Notes notes, DeviceAuthorizationResponse authorization)
    {
        notes.Say($"Open {authorization.VerificationUri.OriginalString} and enter {authorization.UserCode}");
        if (authorization.VerificationUriComplete is { } complete)
        {
            notes.Say($"or open {complete.OriginalString}");
        }

        notes.DrawQrCode((authorization.VerificationUriComplete ?? authorization.VerificationUri).OriginalString);
    }
}
