namespace SdkGen.Cli.Tests;

/// <summary>What is different when a person looks.</summary>
public sealed class TerminalTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [SkippableFact]
    public async Task A_terminal_gets_colours_and_tokens_that_can_be_copied_whole()
    {
        Skip.IfNot(File.Exists("/usr/bin/script"), "The tool 'script' of Linux makes the terminal.");
        var result = await SdkGenProcess.RunInTerminalAsync(["perform", "client-credentials", .. server.Confidential], server.Environment(null));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\u001b[", result.Output, StringComparison.Ordinal);
        Assert.Contains(result.Output.Split('\n'), line => line.Contains("ACCESS TOKEN", StringComparison.Ordinal) && line.Length > 300);
    }

    [SkippableFact]
    public async Task Who_wants_no_colour_gets_none()
    {
        Skip.IfNot(File.Exists("/usr/bin/script"), "The tool 'script' of Linux makes the terminal.");
        var result = await SdkGenProcess.RunInTerminalAsync(
            ["discover", server.Issuer], new Dictionary<string, string> { ["NO_COLOR"] = "1" });

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotMatch("\u001b\\[[0-9;]*3[0-9]", result.Output);
    }

    [SkippableFact]
    public async Task A_device_shows_a_qr_code_and_that_it_waits()
    {
        Skip.IfNot(File.Exists("/usr/bin/script"), "The tool 'script' of Linux makes the terminal.");
        var result = await SdkGenProcess.RunInTerminalAsync(["perform", "device-code", .. server.Public, "--timeout", "3s"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("█▀▀▀▀▀█", result.Output, StringComparison.Ordinal);
        Assert.Contains("and enter", result.Output, StringComparison.Ordinal);
        Assert.Contains("Waiting until you have signed in", result.Output, StringComparison.Ordinal);
    }
}
