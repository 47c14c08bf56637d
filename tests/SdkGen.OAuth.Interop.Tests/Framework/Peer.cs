using System.Runtime.CompilerServices;

namespace SdkGen.OAuth.Interop.Tests;

/// <summary>
/// A server that others wrote. It is started once for all its tests, when the first of them asks for it, and ended by its process id.
/// Where it is not installed its tests are skipped, and say by which command it is installed.
/// </summary>
public abstract class Peer : IAsyncLifetime
{
    private PeerProcess? _process;
    private string? _missing;

    /// <summary>The name of the server, as it is in messages.</summary>
    protected abstract string Title { get; }

    /// <summary>The command that installs it, from the root of the repository.</summary>
    protected abstract string Install { get; }

    /// <summary>The folder of this project.</summary>
    internal static string ProjectFolder { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), ".."));

    /// <summary>Where the server may write. It is gone when the server is.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("sdkgen-peer-").FullName;

    /// <summary>Where what the servers said is kept, a file each, until the next run: the reason of a failure is often there.</summary>
    private static string LogFolder => Path.Combine(AppContext.BaseDirectory, "peer-logs");

    /// <summary>Skips the test that asks if the server is not installed.</summary>
    public void Require() => Skip.If(_missing is not null, _missing);

    public async Task InitializeAsync()
    {
        if (!IsInstalled())
        {
            _missing = $"{Title} is not installed. From the root of the repository: {Install}";
            return;
        }

        _process = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
            Directory.CreateDirectory(LogFolder);
            await File.WriteAllTextAsync(Path.Combine(LogFolder, Title + ".log"), _process.Log);
        }

        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Whether everything is there that the start needs.</summary>
    protected abstract bool IsInstalled();

    /// <summary>Starts the server; returns when it answers.</summary>
    private protected abstract Task<PeerProcess> StartAsync();

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
