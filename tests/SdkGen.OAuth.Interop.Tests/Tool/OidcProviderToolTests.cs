using System.Text.Json.Nodes;
using System.Web;
using SdkGen.Cli.Tests;
using SdkGen.OAuth.Interop.Tests.OidcProvider;

namespace SdkGen.OAuth.Interop.Tests.Tool;

/// <summary>The tool as a newcomer would use it, at a certified server that others wrote.</summary>
[Collection(OidcProviderCollection.Name)]
[Trait("Category", "Interop")]
public sealed class OidcProviderToolTests
{
    private readonly string _issuer;

    public OidcProviderToolTests(OidcProviderPeer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        peer.Require();
        _issuer = peer.Issuer();
    }

    private static Dictionary<string, string> Secret => new() { ["SECRET"] = OidcProviderPeer.Secret };

    [SkippableFact]
    public async Task A_machine_gets_a_token_whose_life_and_end_can_be_seen()
    {
        string[] client = ["--issuer", _issuer, "--client-id", "basic", "--client-secret-env", "SECRET"];
        var token = await SdkGenProcess.RunAsync(["perform", "client-credentials", .. client, "-q"], Secret);
        var active = await SdkGenProcess.RunAsync(["introspect", .. client, "-q"], Secret, token.Output);
        var revoked = await SdkGenProcess.RunAsync(["revoke", .. client], Secret, token.Output);
        var inactive = await SdkGenProcess.RunAsync(["introspect", .. client, "--format", "jsonpath=$.active"], Secret, token.Output);

        Assert.Equal((0, 0, 0, 0), (token.ExitCode, active.ExitCode, revoked.ExitCode, inactive.ExitCode));
        Assert.Equal(("true", "false"), (active.Output.Trim(), inactive.Output.Trim()));
    }

    [SkippableFact]
    public async Task A_user_signs_in_with_every_page_that_there_is_and_their_token_says_who_they_are()
    {
        using var tool = SdkGenProcess.Start(["perform", "authorization-code", "--issuer", _issuer, "--client-id", "native", "--port", "0", "--no-open", "--format", "json"]);
        await tool.ReadErrorLineAsync("Open this address");
        using var browser = new Browser();
        var page = await browser.PageAsync(new(await tool.ReadErrorLineAsync("http")));
        var result = await tool.EndAsync();

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("Signed in", page, StringComparison.Ordinal);
        var token = JsonNode.Parse(result.Output)!;
        var user = await SdkGenProcess.RunAsync(["userinfo", "--issuer", _issuer, "-q"], input: (string?)token["access_token"]);
        Assert.Equal((string?)token["id_token_claims"]!["sub"], user.Output.Trim());
    }

    [SkippableFact]
    public async Task A_user_who_closes_the_login_page_ends_the_command_with_a_failure()
    {
        using var tool = SdkGenProcess.Start(["perform", "authorization-code", "--issuer", _issuer, "--client-id", "native", "--port", "0", "--no-open"]);
        await tool.ReadErrorLineAsync("Open this address");
        var query = HttpUtility.ParseQueryString(new Uri(await tool.ReadErrorLineAsync("http")).Query);
        using var browser = new HttpClient();
        await browser.GetAsync(new Uri(
            $"{query["redirect_uri"]}?error=access_denied&state={query["state"]}&iss={HttpUtility.UrlEncode(_issuer)}"));
        var result = await tool.EndAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("access_denied", result.Errors, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Its_interface_is_written_from_what_it_announces_and_has_not_drifted()
    {
        var folder = Directory.CreateTempSubdirectory("SdkGen.Tool.").FullName;
        try
        {
            var written = await SdkGenProcess.RunAsync(["scaffold", _issuer, "--name", "ICertified", "--output", folder]);
            var verified = await SdkGenProcess.RunAsync(["verify", folder]);

            Assert.True(written.ExitCode == 0, written.Errors);
            Assert.True(verified.ExitCode == 0, verified.Output + verified.Errors);
            Assert.Contains("IAuthorizationCodeGrant", await File.ReadAllTextAsync(Path.Combine(folder, "ICertified.cs")), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
