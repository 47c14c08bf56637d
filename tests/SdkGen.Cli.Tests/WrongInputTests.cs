using System.Net;
using System.Net.Sockets;
using SdkGen.OAuth.Testing;

namespace SdkGen.Cli.Tests;

/// <summary>
/// Whatever is typed, and whatever a provider does: an exit code, a message that says what happened and what to do, nothing on standard
/// output, no secret and no stack trace anywhere.
/// </summary>
public sealed class WrongInputTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Token = "0123456789-not-to-be-printed-9876543210";

    [Theory]
    [InlineData("perform client-credentials", "Nothing says which provider")]
    [InlineData("perform client-credentials --issuer {issuer} --provider github --client-id a", "Several things say which provider")]
    [InlineData("perform client-credentials --issuer {issuer} --project slug --client-id a", "Several things say which provider")]
    [InlineData("perform client-credentials --issuer http://login.example.com --client-id a", "absolute https URL")]
    [InlineData("perform client-credentials --issuer login.example.com --client-id a", "absolute https URL")]
    [InlineData("perform client-credentials --issuer https://login.example.com?x=1 --client-id a", "absolute https URL")]
    [InlineData("perform client-credentials --issuer https://me@login.example.com --client-id a", "absolute https URL")]
    [InlineData("perform client-credentials --project My_Project --client-id a", "--project is the slug")]
    [InlineData("perform client-credentials --project https://slug.projects.oryapis.com.evil.example --client-id a", "--project is the slug")]
    [InlineData("perform client-credentials --project slug.projects.oryapis.com/x --client-id a", "--project is the slug")]
    [InlineData("perform authorization-code --provider gitub --client-id a", "Did you mean GitHub")]
    [InlineData("perform authorization-code --provider nothing-of-the-kind --client-id a", "docs/providers.md")]
    [InlineData("perform client-credentials --provider slack --client-id a", "These commands work with it: perform authorization-code, userinfo")]
    [InlineData("perform authorization-code --provider microsoft --var tennant=x --client-id a", "It has tenant")]
    [InlineData("perform authorization-code --provider microsoft --var tenant --client-id a", "needs a name and a value")]
    [InlineData("perform authorization-code --provider okta --client-id a", "--var tenant=")]
    [InlineData("perform authorization-code --provider slack --auth-method post --client-id a", "Leave out --auth-method")]
    [InlineData("perform client-credentials --issuer {issuer} --var tenant=x --client-id a", "--var is for a provider of the catalogue")]
    [InlineData("perform client-credentials --issuer {issuer}", "client id is missing")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --client-secret-env NOT_SET", "is not set")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --client-secret-stdin", "Standard input is empty")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --client-secret-stdin --client-secret-env TEST_SECRET", "in several ways")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --client-secret-env TEST_SECRET --auth-method none", "has no secret")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --auth-method post", "needs a client secret")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --auth-method digest", "digest")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --client-key missing.pem", "cannot be read")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --client-key {dll}", "holds no private key")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --resource orders", "absolute URL without a fragment")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --param grant_type=password", "cannot state 'grant_type'")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --format xml", "is no format")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --format jsonpath=$..x", "is no path")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --timeout soon", "is no time")]
    [InlineData("perform client-credentials --issuer {issuer} --client-id a --timeout 0", "is no time")]
    [InlineData("perform client-credentials --isuer {issuer}", "Did you mean --issuer?")]
    [InlineData("perform cleint-credentials --issuer {issuer}", "Did you mean client-credentials?")]
    [InlineData("perform", "sdkgen perform --help")]
    [InlineData("perform client-credentials --client-id", "--client-id")]
    [InlineData("revoke --issuer {issuer} --client-id a one 0123456789-not-to-be-printed-9876543210", "an argument too many")]
    [InlineData("perform authorization-code --issuer {issuer} --client-id a --port 99999", "0 to 65535")]
    [InlineData("perform authorization-code --issuer {issuer} --client-id a --port x", "0 to 65535")]
    [InlineData("perform authorization-code --issuer {issuer} --client-id a --redirect http://0.0.0.0:4446/callback", "on this machine and on no other")]
    [InlineData("perform authorization-code --issuer {issuer} --client-id a --redirect http://localhost:4446/callback", "localhost may lead elsewhere")]
    [InlineData("perform authorization-code --issuer {issuer} --client-id a --redirect http://127.0.0.1:1/callback --port 2", "different ports")]
    [InlineData("perform authorization-code --issuer {issuer} --client-id a --response-mode fragment", "fragment")]
    [InlineData("perform refresh --issuer {issuer} --client-id a", "Standard input is empty")]
    [InlineData("perform refresh --issuer {issuer} --client-id a --client-secret-stdin", "not both")]
    [InlineData("perform token-exchange --issuer {issuer} --client-id a --subject-token-type paper -", "is no type of token")]
    [InlineData("introspect --issuer {issuer} --client-id a --token-env NOT_SET", "is not set")]
    [InlineData("introspect --issuer {issuer} --client-id a --token-env NOT_SET some-token", "two places")]
    [InlineData("discover", "Nothing says which provider")]
    [InlineData("discover http://login.example.com", "absolute https URL")]
    [InlineData("discover {issuer} --issuer {issuer}", "Several things say which provider")]
    public async Task What_is_typed_wrong_ends_with_2(string line, string message)
    {
        var arguments = line.Split(' ').Select(word => word
            .Replace("{issuer}", server.Issuer, StringComparison.Ordinal)
            .Replace("{dll}", typeof(WrongInputTests).Assembly.Location, StringComparison.Ordinal));

        Fails(2, message, await server.RunAsync([.. arguments]));
    }

    [Theory]
    [InlineData("perform client-credentials {client} --client-secret-env TEST_TOKEN", "'invalid_client'")]
    [InlineData("perform client-credentials {client} --client-secret-env TEST_TOKEN", "RFC 6749 section 5.2")]
    [InlineData("perform client-credentials {client} --client-secret-env TEST_TOKEN", "--auth-method")]
    [InlineData("perform client-credentials --issuer http://127.0.0.1:1 --client-id a", "127.0.0.1:1")]
    [InlineData("perform client-credentials --issuer {issuer}elsewhere --client-id a", ".well-known/openid-configuration")]
    [InlineData("perform client-credentials {client} --client-secret-env TEST_SECRET --format jsonpath=$.nothing", "--format json-pretty")]
    [InlineData("perform refresh {client} --client-secret-env TEST_SECRET --token-env TEST_TOKEN", "invalid")]
    [InlineData("perform token-exchange {client} --client-secret-env TEST_SECRET --token-env TEST_TOKEN", "invalid")]
    [InlineData("userinfo --issuer {issuer} --token-env TEST_TOKEN", "invalid_token")]
    [InlineData("introspect {client} --client-secret-env TEST_TOKEN --token-env TEST_TOKEN", "invalid_client")]
    [InlineData("perform authorization-code --provider shopify --client-id a --client-secret-env TEST_SECRET --var shop=My_Shop --no-open --port 0", "shop")]
    [InlineData("discover http://127.0.0.1:1", "127.0.0.1:1")]
    [InlineData("discover {issuer}elsewhere", "404")]
    public async Task What_is_refused_ends_with_1(string line, string message)
    {
        var arguments = line.Replace("{client}", "--issuer {issuer} --client-id test-client", StringComparison.Ordinal)
            .Replace("{issuer}", server.Issuer, StringComparison.Ordinal);

        Fails(1, message, await server.RunAsync(arguments.Split(' '), token: Token));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = $"{((IPEndPoint)other.LocalEndpoint).Port}";

        Fails(1, port, await server.RunAsync(["perform", "authorization-code", .. server.Public, "--port", port, "--no-open"]));
    }

    [Fact]
    public async Task What_a_provider_answers_is_told_in_one_line_without_power_over_the_terminal()
    {
        await using var rude = await TestAuthorizationServer.StartAsync();
        rude.FailNext(TestEndpoint.Token, TestFailure.Body(
            HttpStatusCode.BadRequest, "application/json", """{"error":"invalid_scope","error_description":"\u001b[2Jerased\nwarning: forged"}"""));
        var result = await SdkGenProcess.RunAsync(
            ["perform", "client-credentials", "--issuer", rude.Issuer, "--client-id", "test-client", "--client-secret-env", "SECRET"],
            new Dictionary<string, string> { ["SECRET"] = rude.DefaultClient.ClientSecret! });

        Fails(1, "erased", result);
        Assert.DoesNotContain('\u001b', result.Errors);
        Assert.DoesNotContain(result.Errors.Split('\n'), line => line.StartsWith("warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Standard_input_that_holds_more_than_a_token_is_refused() =>
        Fails(2, "longer than", await server.RunAsync(["revoke", .. server.Public], input: new string('x', 100_000)));

    [Fact]
    public async Task Whatever_a_provider_answers_there_is_something_to_do()
    {
        await using var poor = await TestAuthorizationServer.StartAsync();
        (string, TestFailure)[] troubles =
        [
            ("wait 30 seconds", TestFailure.Status(HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(30))),
            ("such as a proxy", TestFailure.Html()),
            ("such as a proxy", TestFailure.TruncatedJson()),
            ("Nothing was sent there", TestFailure.Redirect(new("https://evil.example/token"))),
            ("the network", TestFailure.Disconnect()),
            ("Allow this grant", TestFailure.OAuthError("unauthorized_client")),
            ("Start again", TestFailure.OAuthError("expired_token")),
        ];
        foreach (var (advice, failure) in troubles)
        {
            poor.FailNext(TestEndpoint.Token, failure);
            Fails(1, advice, await SdkGenProcess.RunAsync("perform", "client-credentials", "--issuer", poor.Issuer, "--client-id", "test-public-client"));
        }
    }

    [Fact]
    public async Task A_secret_that_a_provider_repeats_is_not_printed()
    {
        await using var rude = await TestAuthorizationServer.StartAsync();
        rude.FailNext(TestEndpoint.Token, TestFailure.Body(
            HttpStatusCode.Unauthorized, "application/json", $$"""{"error":"invalid_client","error_description":"wrong: {{server.Secret}}"}"""));

        Fails(1, "invalid_client", await server.RunAsync(
            ["perform", "client-credentials", "--issuer", rude.Issuer, "--client-id", "test-client", "--client-secret-env", ServerFixture.SecretVariable]));
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_not_waited_for_for_ever()
    {
        await using var slow = await TestAuthorizationServer.StartAsync();
        slow.FailNext(TestEndpoint.Token, TestFailure.Slow(TimeSpan.FromMinutes(5)));
        var result = await SdkGenProcess.RunAsync("perform", "client-credentials", "--issuer", slow.Issuer, "--client-id", "test-public-client", "--timeout", "2s");

        Fails(1, "within 2 seconds", result);
    }

    private void Fails(int code, string message, SdkGenResult result)
    {
        Assert.True(result.ExitCode == code, $"{result.ExitCode}: {result.Output}{result.Errors}");
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Secret, result.Errors, StringComparison.Ordinal);
    }
}
