using System.Diagnostics;
using System.Text;

namespace SdkGen.Cli.Tests;

/// <summary>The tool in a process of its own, as its user starts it.</summary>
internal static class SdkGenProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "sdkgen.dll");

    public static async Task<SdkGenResult> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Tool, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new(process.ExitCode, output, await errors);
    }
}
