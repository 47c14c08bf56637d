namespace SdkGen.OAuth.Interop.Tests;

/// <summary>A server of npm. Its script and the versions of its packages are in <c>Peers/&lt;name&gt;</c>.</summary>
public abstract class NodePeer(string folder) : Peer
{
    protected override string Install => $"(cd tests/SdkGen.OAuth.Interop.Tests/Peers/{folder} && npm ci --ignore-scripts)";

    protected string PeerFolder => Path.Combine(ProjectFolder, "Peers", folder);

    protected override bool IsInstalled() => Directory.Exists(Path.Combine(PeerFolder, "node_modules")) && OnPath("node");

    /// <summary>Whether a program can be started by its name.</summary>
    internal static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(directory => File.Exists(Path.Combine(directory, program)));

    private protected PeerProcess StartScript(string script, string input) =>
        PeerProcess.Start("node", PeerFolder, [script], [new("PEER_INPUT", input), new("NODE_NO_WARNINGS", "1")]);
}
