namespace SdkGen.Cli.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_says_what_the_tool_is_for()
    {
        var result = await SdkGenProcess.RunAsync("--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("OAuth 2.0 and OpenID Connect", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_a_mistake()
    {
        var result = await SdkGenProcess.RunAsync("preform");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("preform", result.Errors, StringComparison.Ordinal);
    }
}
