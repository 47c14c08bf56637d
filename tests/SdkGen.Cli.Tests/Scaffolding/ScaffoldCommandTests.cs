using System.Net;
using System.Text.Json.Nodes;
using SdkGen.Cli.Tests.Framework;
using SdkGen.OAuth.Testing;

namespace SdkGen.Cli.Tests.Scaffolding;

/// <summary><c>sdkgen scaffold</c>, as one types it.</summary>
public sealed class ScaffoldCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly MetadataServer _server = new();

    [Fact]
    public async Task The_interface_of_a_real_server_compiles_and_no_rule_says_anything()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        _folder.Write("Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><PackageReference Include=\"SdkGen.OAuth\" /></ItemGroup></Project>");

        var result = await SdkGenProcess.RunAsync("scaffold", server.Issuer, "--name", "IMyServer", "--output", _folder["Identity"]);

        Assert.True(result.ExitCode == 0, result.Errors);
        var (source, kept) = (_folder.Read("Identity/IMyServer.cs"), _folder.Read("Identity/my-server.openid-configuration.json"));
        Assert.Empty(await UserProgram.CompileAsync(source, ("my-server.openid-configuration.json", kept)));
        Assert.Contains("namespace Shop.Identity;", source, StringComparison.Ordinal);
        Assert.Contains("No line in the project is needed", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_prints_the_interface_and_writes_nothing()
    {
        var result = await RunAsync("--dry-run");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("using SdkGen.OAuth;", result.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task What_was_found_is_there_for_programs()
    {
        var result = await RunAsync("--format", "json");
        var json = JsonNode.Parse(result.Output)!;

        Assert.Equal(["IAuthorizationCodeGrant", "IRefreshTokenGrant"], json["inherits"]!.AsArray().Select(item => (string?)item));
        Assert.Equal(File.ReadAllText(_folder["IAcme.cs"]), (string?)json["source"]);
    }

    [Fact]
    public async Task Nothing_is_written_over_unless_that_is_asked_for()
    {
        _folder.Write("acme.openid-configuration.json", "mine");

        var refused = await RunAsync();
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--force", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("mine", _folder.Read("acme.openid-configuration.json"));
        Assert.False(File.Exists(_folder["IAcme.cs"]));

        Assert.Equal(0, (await RunAsync("--force")).ExitCode);
        Assert.Contains(_server.Issuer, _folder.Read("acme.openid-configuration.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scopes_can_be_chosen()
    {
        Assert.Equal(0, (await RunAsync("--scope", "openid orders.read")).ExitCode);

        var source = _folder.Read("IAcme.cs");
        Assert.Contains("Scopes = [\"openid\", \"orders.read\"]", source, StringComparison.Ordinal);
        Assert.Contains("#pragma warning disable OAUTH0064", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--name", "class")]
    [InlineData("--name", "I Google")]
    [InlineData("--namespace", "A..B")]
    [InlineData("--scope", "a\"b")]
    public async Task What_was_typed_wrong_is_told_before_anything_is_done(string option, string value)
    {
        var result = await RunAsync(option, value);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("http://id.example.com", "https")]
    [InlineData("id.example.com", "https")]
    [InlineData("https://id.example.com/?a=1", "query")]
    [InlineData("https://id.example.com/{tenant}", "leaves a part open")]
    public async Task What_is_no_issuer_is_told(string issuer, string expected)
    {
        var result = await SdkGenProcess.RunAsync("scaffold", issuer, "--name", "IAcme", "--output", _folder.Path);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"issuer\":", "no metadata document")]
    [InlineData("<!DOCTYPE html><title>Sign in</title>", "no metadata document")]
    [InlineData("{\"issuer\":\"https://another.example\"}", "another.example")]
    [InlineData("[]", "no metadata document")]
    public async Task What_is_no_document_of_the_issuer_is_refused(string body, string expected)
    {
        _server.Body = body;
        var result = await RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
        Assert.Contains("what to do", result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        (_server.Status, _server.Location) = (HttpStatusCode.Found, "https://evil.example/");

        Assert.Equal(1, (await RunAsync()).ExitCode);
    }

    [SkippableFact]
    public async Task Ctrl_C_ends_the_waiting()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The signal is sent with kill.");
        _server.Body = null;
        using var process = SdkGenProcess.Start(["scaffold", _server.Issuer, "--name", "IAcme", "--output", _folder.Path]);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await process.InterruptAsync();

        Assert.Equal(130, (await process.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task A_name_of_the_library_makes_no_interface()
    {
        var result = await RunAsync("--name", "IRefreshTokenGrant");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("compiles", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_without_an_I_is_taken_and_told()
    {
        var result = await RunAsync("--name", "Acme");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("does not begin with an I", result.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["Acme.cs"]));
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private Task<SdkGenResult> RunAsync(params string[] arguments) =>
        SdkGenProcess.RunAsync([
            "scaffold", _server.Issuer, "--output", _folder.Path, .. arguments.Contains("--name") ? Array.Empty<string>() : ["--name", "IAcme"], .. arguments]);
}
