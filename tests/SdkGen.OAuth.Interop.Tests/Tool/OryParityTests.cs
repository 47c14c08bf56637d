using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;
using SdkGen.Cli.Tests;
using SdkGen.OAuth.Interop.Tests.Hydra;

namespace SdkGen.OAuth.Interop.Tests.Tool;

/// <summary>
/// The tool beside Ory's own command line, at the same server and with the same flags: it gets what Ory's gets, in the same members, and
/// ends with a failure where Ory's does not.
/// </summary>
[Trait("Category", "Interop")]
public sealed class OryParityTests : IClassFixture<HydraPeer>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sdkgen-ory-").FullName;
    private readonly HydraPeer _peer;
    private readonly OryCommandLine _ory;

    public OryParityTests(HydraPeer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        Skip.IfNot(OryCommandLine.IsInstalled, $"Ory's command line is not installed. From the root of the repository: {OryCommandLine.Install}");
        _peer = peer;
        _ory = new(peer.SelfHosted, peer.AdminToken, _folder);
    }

    /// <summary>The flags that both have. Ory's sends the secret in the body at last, whatever the server announces.</summary>
    private static string[] Client => ["--client-id", "post", "--client-secret", HydraPeer.Secret];

    private string[] Ours => ["--issuer", _peer.SelfHosted.Issuer, "--auth-method", "post"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public async Task A_machine_gets_the_same()
    {
        string[] flags = ["client-credentials", .. Client, "--scope", "orders.read,email", "--format", "json"];
        var (code, output) = await _ory.RunAsync(flags);
        var result = await SdkGenProcess.RunAsync(["perform", .. flags, .. Ours]);

        Assert.Equal((0, 0), (code, result.ExitCode));
        Assert.Subset(Members(result.Output), Members(output[output.IndexOf('{', StringComparison.Ordinal)..]));
        Assert.StartsWith("ory_at_", (string?)JsonNode.Parse(result.Output)!["access_token"], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_wrong_secret_is_a_failure_in_both()
    {
        string[] flags = ["client-credentials", "--client-id", "post", "--client-secret", "wrong"];
        var (code, _) = await _ory.RunAsync(flags);
        var result = await SdkGenProcess.RunAsync(["perform", .. flags, .. Ours]);

        Assert.Equal((1, 1), (code, result.ExitCode));
        Assert.Contains("invalid_client", result.Errors, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_user_signs_in_and_gets_the_same()
    {
        string[] flags = ["authorization-code", .. Client, "--no-open", "--format", "json"];
        var (code, output) = await SignInAtOrysAsync(flags, address => address);
        var result = await SignInAsync(flags, address => address);

        Assert.Equal((0, 0), (code, result.ExitCode));
        Assert.Subset(Members(result.Output), Members(output));
        Assert.Equal("alice", (string?)JsonNode.Parse(result.Output)!["id_token_claims"]!["sub"]);
    }

    [SkippableFact]
    public async Task A_sign_in_that_is_refused_is_a_failure_here_and_a_success_at_Orys()
    {
        string[] flags = ["authorization-code", .. Client, "--no-open", "--format", "json"];
        var (code, _) = await SignInAtOrysAsync(flags, address => new($"{address}&login_hint=deny"));
        var result = await SignInAsync(flags, address => new($"{address}&login_hint=deny"));

        Assert.Equal((0, 1), (code, result.ExitCode));
        Assert.Contains("access_denied", result.Errors, StringComparison.Ordinal);
    }

    private static HashSet<string> Members(string json) => [.. JsonNode.Parse(json)!.AsObject().Select(member => member.Key)];

    private static async Task<SdkGenResult> ComeBackAsync(SdkGenProcess tool, Func<Uri, Uri> change)
    {
        await tool.ReadErrorLineAsync("Open this address");
        using var browser = new HttpClient();
        await browser.GetAsync(change(new(await tool.ReadErrorLineAsync("http"))));
        return await tool.EndAsync();
    }

    private async Task<SdkGenResult> SignInAsync(string[] flags, Func<Uri, Uri> change)
    {
        using var tool = SdkGenProcess.Start(["perform", .. flags, .. Ours, "--port", "0"]);
        return await ComeBackAsync(tool, change);
    }

    /// <summary>Its own page leads to the name of Ory Network, which is this machine's.</summary>
    private async Task<(int ExitCode, string Output)> SignInAtOrysAsync(string[] flags, Func<Uri, Uri> change)
    {
        var port = PeerProcess.FreePort().ToString(CultureInfo.InvariantCulture);
        var running = _ory.RunAsync([.. flags, "--port", port]);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var location = await StartAsync(browser, new($"http://127.0.0.1:{port}/perform-flow"));
        var callback = (await browser.GetAsync(change(new(_peer.SelfHosted.Address, location.PathAndQuery)))).Headers.Location!;
        Assert.NotNull(HttpUtility.ParseQueryString(callback.Query)["state"]);
        await browser.GetAsync(callback);
        var (code, output) = await running;
        var json = output.Split('\n').FirstOrDefault(line => line.StartsWith('{'));
        return (code, json ?? output);
    }

    /// <summary>Where it sends the browser, once it listens.</summary>
    private static async Task<Uri> StartAsync(HttpClient browser, Uri page)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return (await browser.GetAsync(page)).Headers.Location!;
            }
            catch (HttpRequestException) when (i < 200)
            {
                await Task.Delay(50);
            }
        }
    }
}
