using System.CommandLine;
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

    public static TheoryData<string, string> Completions { get; } = new()
    {
        { "sdkgen comp", "completion" },
        { "sdkgen perform au", "authorization-code" },
        { "sdkgen perform device-code --iss", "--issuer" },
        { "sdkgen perform device-code --provider goog", "Google" },
        { "sdkgen perform token-exchange --subject-token-type sa", "saml1 saml2" },
        { "sdkgen introspect --format js", "json json-pretty jsonpath=" },
    };

    [SkippableTheory]
    [MemberData(nameof(Completions))]
    public async Task Bash_completes_what_is_typed(string line, string expected)
    {
        Skip.If(OperatingSystem.IsWindows(), "There may be no bash.");
        ArgumentNullException.ThrowIfNull(line);
        var script =
            """
            sdkgen() { dotnet exec "$TOOL" "$@"; }
            source <(sdkgen completion bash)
            COMP_LINE=$LINE COMP_POINT=${#LINE}
            _sdkgen_complete
            echo "${COMPREPLY[@]}"
            """;
        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true };
        start.Environment["TOOL"] = SdkGenProcess.Tool;
        start.Environment["LINE"] = line;

        using var bash = Process.Start(start)!;

        Assert.Equal(expected, (await bash.StandardOutput.ReadToEndAsync()).Trim());
    }

    /// <summary>Completion fails in System.CommandLine 2.0 where an option has a default value and was not typed.</summary>
    [Fact]
    public void No_option_has_a_default_value_that_keeps_a_shell_from_completing() =>
        Assert.DoesNotContain(
            Commands(new SdkGenCommand()).SelectMany(command => command.Options),
            option => option.HasDefaultValue && option.ValueType != typeof(bool));

    private static IEnumerable<Command> Commands(Command command) => command.Subcommands.SelectMany(Commands).Prepend(command);
}
