using SdkGen.Cli.Running;

namespace SdkGen.Cli.Scaffolding;

/// <summary>The two files that are written.</summary>
internal sealed class ScaffoldFiles(string folder, ProviderName name)
{
    public string Interface { get; } = Path.Combine(folder, name.Interface + ".cs");

    public string Document { get; } = Path.Combine(folder, name.DocumentFile);

    /// <exception cref="CommandException">One is there.</exception>
    public void RefuseOverwriting()
    {
        if (new[] { Interface, Document }.FirstOrDefault(Path.Exists) is { } there)
        {
            throw new CommandException($"{there} is there already.", "Write over it with --force, or elsewhere with --output or another --name.");
        }
    }

    /// <summary>Writes both, making the folder if need be.</summary>
    public async Task WriteAsync(string source, string document, bool overwrites, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await WriteFileAsync(Document, document, overwrites, cancellationToken);
        await WriteFileAsync(Interface, source, overwrites, cancellationToken);
    }

    private static async Task WriteFileAsync(string path, string text, bool overwrites, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, overwrites ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync(text.AsMemory(), cancellationToken);
    }
}
