namespace Quickstart.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("add --issuer https://…", "--client-id", "my-cli")]
    [InlineData("add --issuer https://…", "--scope", "openid")]
    [InlineData("add --client-id", "--issuer", "https://login.example.com")]
    [InlineData("has to be an absolute https URL", "--issuer", "http://login.example.com", "--client-id", "my-cli")]
    [InlineData("Required argument missing", "--issuer")]
    [InlineData("Did you mean", "--isuer", "https://login.example.com")]
    public async Task A_mistake_is_told_with_what_to_do(string advice, params string[] arguments)
    {
        var result = await QuickstartProcess.RunAsync(arguments);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(advice, result.Output + result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("put it into an environment variable", "--client-secret")]
    [InlineData("an environment variable that is not set", "--client-secret-env")]
    public async Task A_secret_on_the_command_line_is_refused_and_not_repeated(string advice, string option)
    {
        var result = await QuickstartProcess.RunAsync(
            ["--issuer", "https://login.example.com", "--client-id", "my-cli", option, "hush_hush"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(advice, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", result.Output + result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_shows_what_to_type()
    {
        var result = await QuickstartProcess.RunAsync(["--help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("--client-secret-env <name>", result.Output, StringComparison.Ordinal);
        Assert.Contains("dotnet run --project samples/Quickstart -- --issuer https://", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--client-secret ", result.Output, StringComparison.Ordinal);
    }
}
