using System.Text.Json.Nodes;
using SdkGen.Cli.Tests.Framework;

namespace SdkGen.Cli.Tests.Verifying;

/// <summary><c>sdkgen verify</c>, after <c>sdkgen scaffold</c>, as the provider changes.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private const string KeptFile = "acme.openid-configuration.json";

    private readonly TestFolder _folder = new();
    private readonly MetadataServer _server = new();

    [Fact]
    public async Task What_was_just_scaffolded_is_the_same()
    {
        Scaffold();
        var result = await RunAsync();

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Matches("IAcme +same", result.Output);
    }

    [Fact]
    public async Task An_endpoint_that_moved_is_drift_and_can_be_updated()
    {
        Scaffold();
        Change(document => document["token_endpoint"] = $"{_server.Issuer}/oauth2/token");

        var drifted = await RunAsync();
        Assert.Equal(1, drifted.ExitCode);
        Assert.Matches("token_endpoint +changed +.*/token +.*/oauth2/token +yes", drifted.Output);

        var updated = await RunAsync("--update");
        Assert.Equal(0, updated.ExitCode);
        Assert.Matches("IAcme +updated", updated.Output);
        Assert.Contains("/oauth2/token", _folder.Read(KeptFile), StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync()).ExitCode);
    }

    [Fact]
    public async Task What_no_client_reads_is_told_and_is_no_drift()
    {
        Scaffold();
        Change(document => document["claims_supported"] = new JsonArray("sub", "name"));
        var result = await RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("claims_supported", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_of_lists_means_nothing()
    {
        Scaffold();
        Change(document => document["scopes_supported"] = new JsonArray("email", "openid"));

        Assert.DoesNotContain("scopes_supported", (await RunAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_that_is_withdrawn_contradicts_the_interface_even_after_an_update()
    {
        Scaffold();
        Change(document => document["grant_types_supported"] = new JsonArray("authorization_code"));

        var result = await RunAsync("--format", "json");
        var verified = JsonNode.Parse(result.Output)![0]!;
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("contradicted", (string?)verified["status"]);
        Assert.Equal("refresh_token", (string?)verified["changes"]![0]!["kept"]);
        Assert.Equal("OAUTH0063", (string?)verified["findings"]![0]!["rule"]);

        Assert.Equal(1, (await RunAsync("--update")).ExitCode);
    }

    [Fact]
    public async Task An_interface_without_a_document_is_compared_too()
    {
        _folder.Write("IAcme.cs", Declare(_server.Issuer, "IClientCredentialsGrant"));
        var result = await RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("OAUTH0063", result.Output, StringComparison.Ordinal);
        Assert.Contains("no document is kept", result.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_contradiction_that_is_suppressed_is_none()
    {
        _folder.Write("IAcme.cs", $"#pragma warning disable OAUTH0063 // The list is incomplete.\n{Declare(_server.Issuer, "IClientCredentialsGrant")}");

        Assert.Equal(0, (await RunAsync()).ExitCode);
    }

    [Fact]
    public async Task A_template_is_filled_by_what_is_typed_or_is_not_checked()
    {
        _folder.Write("IAcme.cs", Declare("{host}", "IAuthorizationCodeGrant"));

        var unknown = await RunAsync();
        Assert.Equal(0, unknown.ExitCode);
        Assert.Matches("IAcme +not checked .*--var host=VALUE", unknown.Output);

        var typed = await RunAsync("--var", $"host={_server.Issuer}");
        Assert.Matches("IAcme +same", typed.Output);
    }

    [Fact]
    public async Task A_default_fills_a_template()
    {
        _folder.Write("IAcme.cs", Declare("{host}", "IAuthorizationCodeGrant", $"[OAuthVariable(\"host\", Default = \"{_server.Issuer}\")]"));

        Assert.Matches("IAcme +same", (await RunAsync()).Output);
    }

    [Fact]
    public async Task A_provider_that_declares_its_endpoints_is_not_checked()
    {
        _folder.Write("IAcme.cs", "using SdkGen.OAuth;\n[OAuthProvider(TokenEndpoint = \"https://id.example.com/token\", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]\npublic partial interface IAcme : IClientCredentialsGrant;");
        var result = await RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("IAcme +not checked", result.Output);
    }

    [Theory]
    [InlineData("<html>", "unreachable")]
    [InlineData("{\"issuer\":\"https://evil.example\"}", "another issuer")]
    public async Task A_provider_that_cannot_be_asked_is_told(string body, string status)
    {
        Scaffold();
        _server.Body = body;
        var result = await RunAsync("--update");

        Assert.Equal(1, result.ExitCode);
        Assert.Matches($"IAcme +{status}", result.Output);
        Assert.Contains(_server.Issuer, _folder.Read(KeptFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_document_that_is_damaged_is_drift()
    {
        Scaffold();
        _folder.Write(KeptFile, "{ \"issuer\": ");

        Assert.Matches("IAcme +.* +unreadable", (await RunAsync()).Output);
        Assert.Equal(0, (await RunAsync("--update")).ExitCode);
    }

    [Fact]
    public async Task A_folder_without_a_provider_is_told()
    {
        _folder.Write("Program.cs", "System.Console.WriteLine();");
        var result = await RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("[OAuthProvider]", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_interfaces_of_one_name_are_two()
    {
        _folder.Write("A.cs", $"namespace A {{ {Declare(_server.Issuer, "IAuthorizationCodeGrant")} }}");
        _folder.Write("B.cs", $"namespace B {{ {Declare(_server.Issuer, "IClientCredentialsGrant")} }}");
        var result = await RunAsync("--format", "json");

        Assert.Equal(["same", "contradicted"], JsonNode.Parse(result.Output)!.AsArray().Select(verified => (string?)verified!["status"]));
    }

    [Theory]
    [InlineData("--var", "tenant")]
    [InlineData("--var", "=x")]
    public async Task What_was_typed_wrong_is_told(string option, string value) => Assert.Equal(2, (await RunAsync(option, value)).ExitCode);

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static string Declare(string issuer, string grant, string more = "") =>
        $"[SdkGen.OAuth.OAuthProvider(\"{issuer}\")]{more.Replace("[OAuth", "[SdkGen.OAuth.OAuth", StringComparison.Ordinal)}\npublic partial interface IAcme : SdkGen.OAuth.{grant};";

    private void Change(Action<JsonObject> change)
    {
        var document = JsonNode.Parse(_server.Body!)!.AsObject();
        change(document);
        _server.Body = document.ToJsonString();
    }

    /// <summary>What <c>sdkgen scaffold</c> writes, without a process.</summary>
    private void Scaffold()
    {
        _folder.Write("IAcme.cs", Declare(_server.Issuer, "IAuthorizationCodeGrant, SdkGen.OAuth.IRefreshTokenGrant"));
        _folder.Write(KeptFile, _server.Body!);
    }

    private Task<SdkGenResult> RunAsync(params string[] arguments) => SdkGenProcess.RunAsync(["verify", _folder.Path, .. arguments]);
}
