using SdkGen.OAuth.Testing;

namespace Quickstart.Tests;

public sealed class YourServerTests : IAsyncLifetime
{
    private TestAuthorizationServer _server = null!;

    public async Task InitializeAsync() => _server = await TestAuthorizationServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_client_with_a_secret_gets_its_token_and_a_user_signs_in()
    {
        using var sample = Start(_server.DefaultClient, "--scope", "orders.read orders.write");

        await ApproveAsync(sample);
        var result = (await sample.EndAsync()).WithoutSecrets();

        Assert.Contains($"users sign in at {_server.Metadata.AuthorizationEndpoint}", result.Line("discovery"), StringComparison.Ordinal);
        Assert.Equal(
            "ok   client credentials             Bearer, expires in 3600 s, scopes orders.read orders.write",
            result.Line("client credentials"));
        Assert.StartsWith("ok ", result.Line("device code"), StringComparison.Ordinal);
        Assert.Equal("3 of 3 steps passed", result.Lines[^1]);
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain(_server.DefaultClient.ClientSecret!, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_a_secret_leaves_client_credentials_out()
    {
        using var sample = Start(_server.PublicClient, "--scope", "openid", "--scope", "email");

        await ApproveAsync(sample);
        var result = (await sample.EndAsync()).WithoutSecrets();

        Assert.StartsWith("skip", result.Line("client credentials"), StringComparison.Ordinal);
        Assert.Equal(
            "ok   device code                    alice signed in; Bearer, expires in 3600 s, scopes openid email",
            result.Line("device code"));
        Assert.Equal("2 of 2 steps passed, 1 skipped", result.Lines[^1]);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_server_without_device_codes_is_left_in_peace()
    {
        _server.ChangeNext(TestEndpoint.Metadata, metadata => metadata.Remove("device_authorization_endpoint"));
        using var sample = Start(_server.DefaultClient);

        var result = await sample.EndAsync();

        Assert.StartsWith("skip", result.Line("device code"), StringComparison.Ordinal);
        Assert.Equal("2 of 2 steps passed, 1 skipped", result.Lines[^1]);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_in_the_words_of_the_server()
    {
        using var sample = Start(_server.DefaultClient with { ClientSecret = "a wrong secret" });

        var result = await sample.EndAsync();

        Assert.StartsWith("FAIL", result.Line("client credentials"), StringComparison.Ordinal);
        Assert.Contains("'invalid_client'", result.Line("client credentials"), StringComparison.Ordinal);
        Assert.DoesNotContain("a wrong secret", result.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, result.ExitCode);
    }

    [Fact]
    public async Task An_issuer_that_is_not_spelled_as_in_the_metadata_is_told_with_both_spellings()
    {
        var misspelled = _server.Issuer.TrimEnd('/');

        var result = await QuickstartProcess.RunAsync(["--issuer", misspelled, "--client-id", _server.PublicClient.ClientId]);

        Assert.Contains($"'{_server.Issuer}'", result.Line("discovery"), StringComparison.Ordinal);
        Assert.Contains($"'{misspelled}'", result.Line("discovery"), StringComparison.Ordinal);
        Assert.Equal("0 of 1 steps passed", result.Lines[^1]);
        Assert.NotEqual(0, result.ExitCode);
    }

    [SkippableFact]
    public async Task Ctrl_C_ends_it_while_it_waits_for_the_user()
    {
        Skip.If(OperatingSystem.IsWindows(), "There are no signals.");
        using var sample = Start(_server.DefaultClient);
        await sample.ReadLineAsync("     or open ");

        await sample.InterruptAsync();
        var result = await sample.EndAsync();

        Assert.Equal("Stopped.", result.Lines[^1]);
        Assert.Equal("", result.Errors);
        Assert.Equal(130, result.ExitCode);
    }

    private QuickstartProcess Start(TestClient client, params string[] more)
    {
        string[] arguments = ["--issuer", _server.Issuer, "--client-id", client.ClientId, .. more];
        if (client.ClientSecret is not { } secret)
        {
            return QuickstartProcess.Start(arguments);
        }

        var environment = new Dictionary<string, string> { ["QUICKSTART_SECRET"] = secret };
        return QuickstartProcess.Start([.. arguments, "--client-secret-env", "QUICKSTART_SECRET"], environment);
    }

    /// <summary>Opens the link that the sample prints, as the user would. The test server signs its first user in, who approves.</summary>
    private static async Task ApproveAsync(QuickstartProcess sample)
    {
        var line = await sample.ReadLineAsync("     or open ");
        using var browser = new HttpClient();
        using var page = await browser.GetAsync(new Uri(line["     or open ".Length..]));
        Assert.True(page.IsSuccessStatusCode);
    }
}
