using System.Text.Json.Nodes;

namespace SdkGen.Cli.Tests;

/// <summary>The commands that no user takes part in, in a pipe.</summary>
public sealed class MachineTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_machine_gets_a_token_in_the_members_that_Ory_has()
    {
        var result = await server.RunAsync(["perform", "client-credentials", .. server.Confidential, "--scope", "orders.read,orders.write", "--format", "json"]);

        var token = Json(result);
        Assert.Equal(["access_token", "token_type", "expiry", "expires_in", "scope"], token.Select(member => member.Key));
        Assert.Equal("orders.read orders.write", (string?)token["scope"]);
        Assert.True(DateTimeOffset.Parse((string)token["expiry"]!, System.Globalization.CultureInfo.InvariantCulture) > DateTimeOffset.UtcNow);
        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task The_table_is_plain_lines_in_a_pipe()
    {
        var result = await server.RunAsync(["perform", "client-credentials", .. server.Confidential]);

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("^ACCESS TOKEN   [^ ]+\nREFRESH TOKEN  <empty>\nID TOKEN       <empty>\nEXPIRY         ", result.Output.ReplaceLineEndings("\n"));
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public async Task Quiet_prints_the_access_token_and_nothing_else()
    {
        var result = await server.RunAsync(["perform", "client-credentials", .. server.Confidential, "-q"]);

        Assert.Equal(3, result.Output.Trim().Split('.').Length);
        Assert.Single(result.Output.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("yaml", "token_type: Bearer")]
    [InlineData("json-pretty", "  \"token_type\": \"Bearer\"")]
    [InlineData("jsonpath=$.token_type", "Bearer")]
    [InlineData("jsonpath=expires_in", "3")]
    public async Task A_result_has_the_form_that_was_asked_for(string format, string line)
    {
        var result = await server.RunAsync(["perform", "client-credentials", .. server.Confidential, "--format", format]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Output.Split('\n'), text => text.StartsWith(line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_secret_may_come_from_standard_input() =>
        Json(await server.RunAsync(
            ["perform", "client-credentials", "--issuer", server.Issuer, "--client-id", "test-client", "--client-secret-stdin", "--format", "json"],
            input: server.Secret + "\n"));

    [Fact]
    public async Task Id_and_secret_may_come_from_the_environment_that_Ory_has() =>
        Json(await SdkGenProcess.RunAsync(
            ["perform", "client-credentials", "--issuer", server.Issuer, "--format", "json"],
            new Dictionary<string, string> { ["OAUTH2_CLIENT_ID"] = "test-client", ["OAUTH2_CLIENT_SECRET"] = server.Secret }));

    [Fact]
    public async Task A_secret_on_the_command_line_works_with_a_warning_that_does_not_repeat_it()
    {
        var result = await server.RunAsync(
            ["perform", "client-credentials", "--issuer", server.Issuer, "--client-id", "test-client", "--client-secret", server.Secret, "--format", "json"]);

        Json(result);
        Assert.Contains("warning: A secret on the command line", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Secret, result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("basic", "Authorization")]
    [InlineData("post", "client_secret")]
    public async Task The_client_authenticates_as_it_is_told(string method, string place)
    {
        await server.RunAsync(["perform", "client-credentials", .. server.Confidential, "--auth-method", method, "--scope", "by-" + method]);

        var request = server.Server.Requests.Last(request => request["scope"] == "by-" + method);
        Assert.Equal(place == "Authorization", request.Headers.ContainsKey("Authorization"));
        Assert.Equal(place == "client_secret", request["client_secret"] is not null);
    }

    [Fact]
    public async Task Lists_may_have_commas_blanks_or_come_one_by_one()
    {
        var result = await server.RunAsync(
            ["perform", "client-credentials", .. server.Confidential, "--scope", "a,b", "--scope", "c d", "--format", "jsonpath=scope"]);

        Assert.Equal("a b c d", result.Output.Trim());
    }

    [Fact]
    public async Task A_refresh_token_from_standard_input_brings_new_tokens()
    {
        var old = await server.SignInAsync();
        var token = Json(await server.RunAsync(["perform", "refresh", .. server.Confidential, "--format", "json"], input: old.RefreshToken));

        Assert.NotEqual(old.RefreshToken, (string?)token["refresh_token"]);
        Assert.Equal("alice", (string?)token["id_token_claims"]!["sub"]);
    }

    [Fact]
    public async Task A_token_is_exchanged()
    {
        var old = await server.SignInAsync();
        var token = Json(await server.RunAsync(
            ["perform", "token-exchange", .. server.Confidential, "--token-env", ServerFixture.TokenVariable, "--subject-token-type", "access_token", "--format", "json"],
            token: old.AccessToken));

        Assert.Equal("urn:ietf:params:oauth:token-type:access_token", (string?)token["issued_token_type"]);
    }

    [Fact]
    public async Task A_token_is_looked_at_revoked_and_looked_at_again()
    {
        var token = (await server.SignInAsync()).AccessToken;
        string[] introspect = ["introspect", .. server.Confidential];

        var before = Json(await server.RunAsync([.. introspect, "-", "--format", "json"], input: token));
        var revoked = await server.RunAsync(["revoke", .. server.Confidential, "--token-env", ServerFixture.TokenVariable], token: token);
        var after = await server.RunAsync([.. introspect, "-q"], input: token);

        Assert.Equal("alice", (string?)before["sub"]);
        Assert.Equal((0, "REVOKED  true"), (revoked.ExitCode, revoked.Output.Trim()));
        Assert.Equal((0, "false"), (after.ExitCode, after.Output.Trim()));
    }

    [Fact]
    public async Task An_access_token_says_whose_it_is_and_needs_no_client()
    {
        var token = (await server.SignInAsync()).AccessToken;
        var user = Json(await server.RunAsync(["userinfo", "--issuer", server.Issuer, "--format", "json"], input: token));
        var typed = await server.RunAsync(["userinfo", "--issuer", server.Issuer, "-q", token]);

        Assert.Equal("alice", (string?)user["sub"]);
        Assert.Equal("alice", typed.Output.Trim());
        Assert.Contains("warning: A token on the command line", typed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(token, typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_shows_what_it_announces()
    {
        var all = Json(await SdkGenProcess.RunAsync("discover", server.Issuer, "--format", "json"));
        var one = await SdkGenProcess.RunAsync("discover", "--issuer", server.Issuer, "--format", "jsonpath=$.code_challenge_methods_supported[0]");

        Assert.Equal(server.Server.Metadata.TokenEndpoint, (string?)all["token_endpoint"]);
        Assert.Equal("S256", one.Output.Trim());
    }

    [Fact]
    public async Task A_provider_of_the_catalogue_is_spoken_to_as_its_interface_says()
    {
        var token = Json(await server.RunAsync(
            ["perform", "client-credentials", "--provider", "ory", "--var", $"issuer={server.Issuer}", .. server.Confidential[2..], "--format", "json"]));
        var about = Json(await SdkGenProcess.RunAsync("discover", "--provider", "micro-soft", "--format", "json"));

        Assert.NotNull(token["access_token"]);
        Assert.Equal(("Microsoft", "tenant"), ((string?)about["provider"], (string?)about["variables"]![0]));
    }

    [Fact]
    public async Task Tokens_are_bound_to_a_key_of_the_users()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, key.ExportPkcs8PrivateKeyPem());

        var token = Json(await server.RunAsync(["perform", "client-credentials", .. server.Confidential, "--dpop-key", file, "--format", "json"]));
        File.Delete(file);

        Assert.Equal("DPoP", (string?)token["token_type"]);
    }

    private static JsonObject Json(SdkGenResult result)
    {
        Assert.True(result.ExitCode == 0, result.Errors);
        return JsonNode.Parse(result.Output)!.AsObject();
    }
}
