using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Quickstart.Tests;

public sealed partial class TourTests
{
    [Fact]
    public async Task Every_step_passes_on_a_plain_line()
    {
        var result = (await QuickstartProcess.RunAsync([])).WithoutSecrets();

        var steps = result.Lines.Count - 1;
        Assert.All(result.Lines.Take(steps), line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        Assert.True(steps > 25, result.Output);
        Assert.Equal($"{steps} of {steps} steps passed", result.Lines[^1]);
        Assert.Equal("", result.Errors);
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain('\e', result.Output);

        Assert.Equal(
            "ok   client credentials (Basic)     Bearer, expires in 3600 s, scopes orders.read", result.Line("client credentials (Basic)"));
        Assert.Contains("refused (StateMismatch)", result.Line("attack: forged state"), StringComparison.Ordinal);
        Assert.Contains("refused (IssuerMismatch)", result.Line("attack: wrong iss"), StringComparison.Ordinal);
        Assert.Contains("refused (RequestReplayed)", result.Line("attack: callback replayed"), StringComparison.Ordinal);
        Assert.Contains("refused (IdTokenSignature)", result.Line("attack: tampered ID token"), StringComparison.Ordinal);
        Assert.Contains("'invalid_grant'", result.Line("attack: refresh token reused"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task In_a_terminal_it_draws_a_table()
    {
        Skip.IfNot(RuntimeInformation.IsOSPlatform(OSPlatform.Linux) && File.Exists("/usr/bin/script"), "Nothing here makes a terminal.");
        using var sample = QuickstartProcess.StartInTerminal();

        var result = (await sample.EndAsync()).WithoutSecrets();

        var text = Escapes().Replace(result.Output, "");
        Assert.Contains("│ Step ", text, StringComparison.Ordinal);
        Assert.Matches(@"│ authorization code \+ PKCE +│ ok ", text);
        Assert.Matches(@"([0-9]+) of \1 steps passed", text);
        Assert.Equal(0, result.ExitCode);
    }

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escapes();
}
