using System.Runtime.CompilerServices;

namespace SdkGen.OAuth.Interop.Tests;

/// <summary>
/// A server that others wrote. It is started once for all its tests, when the first of them asks for it, and ended by its process id.
/// Where it is not installed its tests are skipped, and say by which command it is installed.
/// </summary>
public abstract class Peer : IAsyncLifetime
{
    private readonly string _logFolder = Directory.CreateTempSubdirectory("sdkgen-peer-").FullName;
    private PeerProcess? _process;
    private string? _missing;

    /// <summary>The name of the server, as it is in messages.</summary>
    protected abstract string Title { get; }

    /// <summary>The command that installs it, from the root of the repository.</summary>
    protected abstract string Install { get; }

    /// <summary>The folder of this project.</summary>
    protected static string ProjectFolder { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), ".."));

    /// <summary>What the server writes to, kept if a test needs an explanation.</summary>
    protected string Folder => _logFolder;

    /// <summary>What the server wrote so far: the reason of a failure is often there.</summary>
    public string Log => _process?.Log ?? "";

    /// <summary>Skips the test that asks if the server is not installed.</summary>
    public void Require() => Skip.If(_missing is not null, _missing);

    public async Task InitializeAsync()
    {
        if (!IsInstalled())
        {
            _missing = $"{Title} is not installed. From the root of the repository: {Install}";
            return;
        }

        _process = await StartAsync().ConfigureAwait(false);
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync().ConfigureAwait(false);
        }

        Console.WriteLine(Log);
        Directory.Delete(_logFolder, recursive: true);
    }

    /// <summary>Whether everything is there that the start needs.</summary>
    protected abstract bool IsInstalled();

    /// <summary>Starts the server; returns when it answers.</summary>
    private protected abstract Task<PeerProcess> StartAsync();

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
