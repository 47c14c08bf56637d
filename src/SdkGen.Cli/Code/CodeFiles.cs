using System.IO.Enumeration;

namespace SdkGen.Cli.Code;

/// <summary>
/// The files of a folder that somebody wrote: not what was built or restored, not what begins with a dot, and nothing behind a symbolic link,
/// which may lead in circles or elsewhere. What cannot be opened is passed by.
/// </summary>
internal static class CodeFiles
{
    private static readonly HashSet<string> Foreign = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "node_modules" };

    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device,
    };

    /// <summary>Finds the files, in no order.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isWanted">Says of a name whether its file is looked for.</param>
    public static IEnumerable<string> Find(string folder, Func<string, bool> isWanted) =>
        new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), Options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && isWanted(entry.FileName.ToString()),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => entry.FileName is not ['.', ..] && !Foreign.Contains(entry.FileName.ToString()),
        };
}
