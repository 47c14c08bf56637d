using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Interop.Tests.Hydra;

/// <summary>Ory's own command line takes the server of these tests for Ory's.</summary>
[Trait("Category", "Interop")]
public sealed partial class OryCommandLineTests : IClassFixture<HydraPeer>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sdkgen-ory-").FullName;
    private readonly HydraPeer _peer;
    private readonly OryCommandLine _ory;

    public OryCommandLineTests(HydraPeer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        Skip.IfNot(OryCommandLine.IsInstalled, $"Ory's command line is not installed. From the root of the repository: {OryCommandLine.Install}");
        _peer = peer;
        _ory = new(peer.SelfHosted, peer.AdminToken, _folder);
    }

    [SkippableFact]
    public async Task It_gets_the_token_of_a_machine()
    {
        var (code, output) = await _ory.RunAsync(
            "client-credentials", "--client-id", "post", "--client-secret", HydraPeer.Secret, "--scope", "orders.read,email", "--format", "json");

        Assert.True(code == 0, output);
        Assert.StartsWith("ory_at_", AccessToken(output), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task It_tells_a_wrong_secret()
    {
        var (_, output) = await _ory.RunAsync("client-credentials", "--client-id", "post", "--client-secret", "wrong");

        Assert.Contains("invalid_client", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task It_signs_a_device_in()
    {
        await using var process = _ory.Perform("device-code", "--client-id", "public", "--format", "json");
        using var browser = new Browser();
        await browser.PageAsync(new(await FindAsync(process, VerificationUri())));

        Assert.StartsWith("ory_at_", (await FindAsync(process, Token()))["\"access_token\":\"".Length..], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task It_signs_a_user_in()
    {
        var port = PeerProcess.FreePort().ToString(CultureInfo.InvariantCulture);
        await using var process = _ory.Perform(
            "authorization-code", "--client-id", "post", "--client-secret", HydraPeer.Secret, "--no-open", "--port", port, "--format", "json");
        await FindAsync(process, Listening());
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        // Its own page leads to the name of Ory Network, which is this machine's.
        var location = (await browser.GetAsync(new Uri($"http://127.0.0.1:{port}/perform-flow"))).Headers.Location!;
        var callback = (await browser.GetAsync(new Uri(_peer.SelfHosted.Address, location.PathAndQuery))).Headers.Location!;
        await browser.GetAsync(callback);

        Assert.Contains("ory_rt_", await FindAsync(process, RefreshToken()), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string AccessToken(string output) =>
        JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("access_token").GetString()!;

    private static async Task<string> FindAsync(PeerProcess process, Regex what)
    {
        for (var i = 0; i < 300; i++)
        {
            if (what.Match(process.Log) is { Success: true } match)
            {
                return match.Value;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"There is no {what} in: {process.Log}");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/oauth2/device/verify\?user_code=\S+")]
    private static partial Regex VerificationUri();

    [GeneratedRegex("\"access_token\":\"[^\"]+")]
    private static partial Regex Token();

    [GeneratedRegex("\"refresh_token\":\"[^\"]+")]
    private static partial Regex RefreshToken();

    [GeneratedRegex("Setting up callback listener")]
    private static partial Regex Listening();
}
