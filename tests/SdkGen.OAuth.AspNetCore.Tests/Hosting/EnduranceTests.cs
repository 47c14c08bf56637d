using System.Diagnostics;

namespace SdkGen.OAuth.AspNetCore.Tests.Hosting;

/// <summary>The beginning of the run that <c>docs/endurance.md</c> is about, so that it does not rot.</summary>
public sealed class EnduranceTests
{
    [Fact]
    public async Task Some_seconds_of_it_lose_no_session_and_mix_nobody_up()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "SdkGen.Endurance.dll"), "--minutes", "0.25", "--virtual-minutes", "3", "--seed", "1"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, said);
    }
}
