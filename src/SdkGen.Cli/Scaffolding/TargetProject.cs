using System.Xml;
using System.Xml.Linq;

namespace SdkGen.Cli.Scaffolding;

/// <summary>The project whose folder a file is written to.</summary>
/// <param name="File">The project file.</param>
/// <param name="Root">What it says; nothing if that cannot be read.</param>
internal sealed record TargetProject(string File, XElement? Root)
{
    /// <summary>Whether it has the library, as far as that can be seen in the file.</summary>
    public bool HasLibrary => Root?.Descendants().Any(element =>
        element.Name.LocalName is "PackageReference" or "ProjectReference"
        && ((string?)element.Attribute("Include"))?.Contains("SdkGen.OAuth", StringComparison.OrdinalIgnoreCase) == true) == true;

    /// <summary>The nearest project at or above a folder.</summary>
    public static TargetProject? Find(string folder)
    {
        for (var at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            if (Directory.Exists(at) && Directory.EnumerateFiles(at, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault() is { } file)
            {
                return new(file, Read(file));
            }
        }

        return null;
    }

    /// <summary>The namespace of a file in a folder, as an editor would suggest it.</summary>
    public string NamespaceOf(string folder)
    {
        var root = Root?.Descendants().FirstOrDefault(element => element.Name.LocalName == "RootNamespace")?.Value.Trim() is { Length: > 0 } stated
            && !stated.Contains('$', StringComparison.Ordinal)
            ? stated
            : Path.GetFileNameWithoutExtension(File);
        var below = Path.GetRelativePath(Path.GetDirectoryName(File)!, Path.GetFullPath(folder));
        var folders = below == "." ? [] : below.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        return ProviderName.NamespaceOf(string.Join('.', folders.Prepend(root)));
    }

    private static XElement? Read(string file)
    {
        try
        {
            return XDocument.Load(file).Root;
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
