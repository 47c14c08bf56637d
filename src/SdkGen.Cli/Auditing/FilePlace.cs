using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SdkGen.Cli.Auditing;

/// <summary>A place in a file. Lines and columns count from 1.</summary>
/// <param name="File">The file, as seen from the working directory, with slashes; nothing if it is in no file.</param>
/// <param name="Start">The first character.</param>
/// <param name="End">The one behind the last.</param>
internal sealed record FilePlace(string File, LinePosition Start, LinePosition End) : IComparable<FilePlace>
{
    public int Line => Start.Line + 1;

    /// <summary>Reads a place, in the file as it is called there whatever <c>#line</c> says.</summary>
    public static FilePlace Of(Location location)
    {
        var span = location.GetLineSpan();
        return new(Shown(span.Path ?? ""), span.StartLinePosition, span.EndLinePosition);
    }

    /// <summary>A path as one would type it here: what is not below the working directory is shown whole.</summary>
    public static string Shown(string path)
    {
        var relative = path.Length == 0 ? path : Path.GetRelativePath(Environment.CurrentDirectory, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }

    /// <inheritdoc />
    public int CompareTo(FilePlace? other) =>
        other is null ? 1
        : string.CompareOrdinal(File, other.File) is not 0 and var byFile ? byFile
        : Start.CompareTo(other.Start);

    public override string ToString() => $"{File}:{Line}";
}
