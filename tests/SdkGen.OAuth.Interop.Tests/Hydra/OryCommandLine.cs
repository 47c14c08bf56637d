using System.Diagnostics;
using SdkGen.OAuth.Interop.Tests.Hydra.Server;

namespace SdkGen.OAuth.Interop.Tests.Hydra;

/// <summary>
/// Ory's own command line, against the server of these tests: what it is content with is Hydra-shaped. Its names of Ory Network resolve to
/// the server because it is told that the server is a proxy.
/// </summary>
internal sealed class OryCommandLine(HydraServer server, string adminToken, string folder)
{
    public static string Install => "(cd tests/SdkGen.OAuth.Interop.Tests/Peers/ory-cli && npm ci --ignore-scripts)";

    private static string Program { get; } = Path.Combine(Peer.ProjectFolder, "Peers", "ory-cli", "node_modules", "@ory", "cli-linux-x64", "bin", "ory");

    public static bool IsInstalled => OperatingSystem.IsLinux() && File.Exists(Program);

    public PeerProcess Perform(params string[] arguments) => PeerProcess.Start(Program, folder, ["perform", .. arguments], Variables());

    /// <summary>Runs a command to its end.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, ["perform", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Variables())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return (process.ExitCode, await output + await error);
    }

    private Dictionary<string, string> Variables() => new()
    {
        ["HOME"] = folder,
        ["HTTP_PROXY"] = server.Address.AbsoluteUri,
        ["http_proxy"] = server.Address.AbsoluteUri,
        ["NO_PROXY"] = "127.0.0.1",
        ["no_proxy"] = "127.0.0.1",
        ["ORY_CONFIG_PATH"] = Path.Combine(folder, "ory.json"),
        ["ORY_CONSOLE_URL"] = "http://console.oryapis.test",
        ["ORY_ORYAPIS_URL"] = "http://oryapis.test",
        ["ORY_PROJECT_API_KEY"] = adminToken,
    };
}
