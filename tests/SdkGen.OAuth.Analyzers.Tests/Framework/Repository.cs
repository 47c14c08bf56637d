using System.Runtime.CompilerServices;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>The sources that the tests were compiled from: a build can map their paths to others.</summary>
internal static class Repository
{
    private static readonly string Mapped = RootOf(Here());

    /// <summary>Where the repository is: above this file or, where its path was mapped, above the compiled tests.</summary>
    public static string Root { get; } = File.Exists(Here()) ? Mapped : Find(AppContext.BaseDirectory);

    /// <summary>The text of a source, by the path that the compiler knows.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, Path.GetRelativePath(Mapped, path)));

    private static string Here([CallerFilePath] string path = "") => path;

    /// <summary>This file is in tests, a project, and a folder.</summary>
    private static string RootOf(string file) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    private static string Find(string start)
    {
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "SdkGen.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"There is no SdkGen.sln above '{start}'.");
    }
}
