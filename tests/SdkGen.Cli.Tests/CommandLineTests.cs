using System.Diagnostics;

namespace SdkGen.Cli.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_says_what_the_tool_is_for_and_what_one_would_type()
    {
        var result = await SdkGenProcess.RunAsync("--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("OAuth 2.0 and OpenID Connect", result.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_wrong_usage()
    {
        var result = await SdkGenProcess.RunAsync("preform");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("preform", result.Errors, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [SkippableFact]
    public async Task Bash_completes_what_is_typed()
    {
        Skip.If(OperatingSystem.IsWindows(), "There may be no bash.");
        var script =
            """
            sdkgen() { dotnet exec "$TOOL" "$@"; }
            source <(sdkgen completion bash)
            COMP_LINE='sdkgen comp' COMP_POINT=11
            _sdkgen_complete
            echo "${COMPREPLY[@]}"
            """;
        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true };
        start.Environment["TOOL"] = SdkGenProcess.Tool;

        using var bash = Process.Start(start)!;

        Assert.Equal("completion", (await bash.StandardOutput.ReadToEndAsync()).Trim());
    }
}
