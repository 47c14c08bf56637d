using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace SdkGen.Cli.Code;

/// <summary>
/// What loose files are compiled against: the frameworks that run the tool, ASP.NET Core beside them if it is installed, and this library, so
/// that declarations can be read.
/// </summary>
internal static class FrameworkReferences
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Frameworks = new(() =>
        [.. FrameworkFolders().SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll")).Where(IsManaged).Select(Reference)]);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> OwnLibraries = new(() =>
        [.. new[] { "SdkGen.OAuth.dll", "SdkGen.OAuth.Providers.dll" }.Select(name => Path.Combine(AppContext.BaseDirectory, name)).Where(File.Exists).Select(Reference)]);

    public static IEnumerable<MetadataReference> All => [.. Frameworks.Value, .. OwnLibraries.Value];

    private static IEnumerable<string> FrameworkFolders()
    {
        var core = Path.GetFullPath(RuntimeEnvironment.GetRuntimeDirectory()).TrimEnd(Path.DirectorySeparatorChar);
        yield return core;
        var web = Path.Combine(core, "..", "..", "Microsoft.AspNetCore.App");
        if (Directory.Exists(web)
            && Directory.EnumerateDirectories(web).MaxBy(folder => (Path.GetFileName(folder) == Path.GetFileName(core), VersionOf(folder))) is { } newest)
        {
            yield return newest;
        }
    }

    private static Version VersionOf(string folder) => Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var version) ? version : new();

    private static bool IsManaged(string path)
    {
        using var stream = File.OpenRead(path);
        using var image = new System.Reflection.PortableExecutable.PEReader(stream);
        try
        {
            return image.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private static MetadataReference Reference(string path) => MetadataReference.CreateFromFile(path);
}
