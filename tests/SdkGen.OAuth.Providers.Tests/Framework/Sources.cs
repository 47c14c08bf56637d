using System.Runtime.CompilerServices;

namespace SdkGen.OAuth.Providers.Tests.Framework;

/// <summary>Where the files of the repository are.</summary>
internal static class Sources
{
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", ".."));

    public static string Catalogue { get; } = Path.Combine(Repository, "src", "SdkGen.OAuth.Providers");

    public static string Page { get; } = Path.Combine(Repository, "docs", "providers.md");

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
