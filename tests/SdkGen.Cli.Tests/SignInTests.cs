using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SdkGen.OAuth;
using SdkGen.OAuth.Testing;

namespace SdkGen.Cli.Tests;

/// <summary>The commands that a user takes part in. The test is their browser.</summary>
public sealed partial class SignInTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_user_signs_in_in_the_browser(bool inForm)
    {
        using var tool = server.Start(
            ["perform", "authorization-code", .. server.Public, "--port", "0", "--no-open", "--format", "json", .. (inForm ? ["--response-mode", "form_post"] : Array.Empty<string>())]);
        using var page = await BrowseAsync(await AddressAsync(tool));
        var result = await tool.EndAsync();

        Assert.Equal(0, result.ExitCode);
        var token = JsonNode.Parse(result.Output)!.AsObject();
        Assert.Equal("alice", (string?)token["id_token_claims"]!["sub"]);
        Assert.NotNull(token["refresh_token"]);
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("Signed in", text, StringComparison.Ordinal);
        foreach (var secret in new[] { "access_token", "refresh_token", "id_token" })
        {
            Assert.DoesNotContain((string)token[secret]!, text + page.Headers + result.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Tokens_that_are_bound_to_a_key_are_used_with_it()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, key.ExportPkcs8PrivateKeyPem());

        using var tool = server.Start(["perform", "authorization-code", .. server.Public, "--port", "0", "--no-open", "--dpop-key", file, "--format", "json"]);
        using var page = await BrowseAsync(await AddressAsync(tool));
        var token = JsonNode.Parse((await tool.EndAsync()).Output)!;
        var user = await server.RunAsync(["userinfo", "--issuer", server.Issuer, "--dpop-key", file, "-q"], input: (string?)token["access_token"]);
        var stolen = await server.RunAsync(["userinfo", "--issuer", server.Issuer, "-q"], input: (string?)token["access_token"]);
        var refreshed = await server.RunAsync(["perform", "refresh", .. server.Public, "--dpop-key", file, "--format", "jsonpath=$.token_type"], input: (string?)token["refresh_token"]);
        File.Delete(file);

        Assert.Equal("DPoP", (string?)token["token_type"]);
        Assert.Equal("alice", user.Output.Trim());
        Assert.Equal(1, stolen.ExitCode);
        Assert.Equal("DPoP", refreshed.Output.Trim());
    }

    [Fact]
    public async Task The_request_has_what_was_asked_for_and_every_protection()
    {
        using var tool = server.Start(
            ["perform", "authorization-code", .. server.Public, "--port", "0", "--no-open", "--scope", "openid,email", "--prompt", "login", "--max-age", "60",
             "--login-hint", "alice", "--audience", "orders", "--resource", "https://orders.example.com", "--param", "theme=dark"]);
        var address = await AddressAsync(tool);
        await tool.InterruptAsync();
        var query = System.Web.HttpUtility.ParseQueryString(address.Query);

        Assert.Equal(130, (await tool.EndAsync()).ExitCode);
        Assert.Equal("openid email", query["scope"]);
        Assert.Equal(
            ("login", "60", "alice", "orders", "https://orders.example.com", "dark"),
            (query["prompt"], query["max_age"], query["login_hint"], query["audience"], query["resource"], query["theme"]));
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Matches("^http://127\\.0\\.0\\.1:[0-9]+/callback$", query["redirect_uri"]);
        Assert.True(query["state"]!.Length > 40 && query["nonce"]!.Length > 40);
    }

    [Fact]
    public async Task A_user_who_refuses_ends_it_with_a_failure()
    {
        using var tool = server.Start(["perform", "authorization-code", .. server.Public, "--port", "0", "--no-open"]);
        using var page = await BrowseAsync(await AddressAsync(tool), user: "nobody");
        var result = await tool.EndAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("access_denied", result.Errors, StringComparison.Ordinal);
        Assert.Contains("what to do: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Not signed in", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callback_of_somebody_else_is_answered_and_not_believed()
    {
        using var tool = server.Start(["perform", "authorization-code", .. server.Public, "--port", "0", "--no-open"]);
        var address = await AddressAsync(tool);
        using var browser = new HttpClient();
        using var page = await browser.GetAsync(new Uri(System.Web.HttpUtility.ParseQueryString(address.Query)["redirect_uri"] + "?code=evil&state=forged"));
        await tool.InterruptAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Equal(130, (await tool.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task A_device_shows_where_to_sign_in_and_waits()
    {
        using var tool = server.Start(["perform", "device-code", .. server.Public, "-q"]);
        await server.Server.ApproveDeviceAsync(await PromptAsync(tool));
        var result = await tool.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Single(result.Output.Trim().Split('\n'));
        Assert.Contains("or open http", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Errors);
    }

    [Fact]
    public async Task A_user_who_refuses_the_device_ends_it_with_a_failure()
    {
        using var tool = server.Start(["perform", "device-code", .. server.Public]);
        await server.Server.DenyDeviceAsync(await PromptAsync(tool));
        var result = await tool.EndAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("access_denied", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_code_that_is_not_used_in_time_is_a_failure()
    {
        await using var hasty = await TestAuthorizationServer.StartAsync(new() { DeviceCodeLifetime = TimeSpan.FromSeconds(2) });
        var result = await SdkGenProcess.RunAsync("perform", "device-code", "--issuer", hasty.Issuer, "--client-id", "test-public-client");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("what to do: Start again.", result.Errors, StringComparison.Ordinal);
    }

    /// <summary>The address that the tool says.</summary>
    private static async Task<Uri> AddressAsync(SdkGenProcess tool)
    {
        await tool.ReadErrorLineAsync("Open this address");
        return new(await tool.ReadErrorLineAsync("http"));
    }

    private static async Task<DeviceAuthorizationResponse> PromptAsync(SdkGenProcess tool)
    {
        var match = Prompt().Match(await tool.ReadErrorLineAsync("Open "));
        return new()
        {
            DeviceCode = "the tool knows it",
            VerificationUri = new(match.Groups["uri"].Value),
            UserCode = match.Groups["code"].Value,
            ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(1),
        };
    }

    /// <summary>Signs a user in, and comes back to the tool.</summary>
    private async Task<HttpResponseMessage> BrowseAsync(Uri address, string user = "alice")
    {
        using var callback = await server.Server.CreateUserAgent(user).CreateCallbackAsync(address);
        using var browser = new HttpClient();
        return await browser.SendAsync(callback);
    }

    [GeneratedRegex("^Open (?<uri>[^ ]+) and enter (?<code>[^ ]+)$")]
    private static partial Regex Prompt();
}
